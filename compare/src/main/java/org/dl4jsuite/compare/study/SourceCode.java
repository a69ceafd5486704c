package org.dl4jsuite.compare.study;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block.Source;
import org.dl4jsuite.compare.study.SourceFile.Lines;

/**
 * Finds pieces of the pair's code by their names, so that a page shows the code as it is:
 *
 * <ul>
 *   <li>{@code Network.deltas}: a method, all of it if there are several of that name; a constructor has its class's name;
 *       a field or an enum's constant is found as well
 *   <li>{@code Network.deltas:error}: the statements of the method that declare or change {@code error}; if none does, those
 *       that mention it; {@code Network.deltas:error,delta} is both
 * </ul>
 */
final class SourceCode {
    private final String side;

    /** Takes {@code scratch} or {@code dl4j}. */
    SourceCode(String side) {
        this.side = side;
    }

    /** Returns the whole file of a class. */
    Source file(String className) {
        return open(className).whole();
    }

    /**
     * Returns the code of a name.
     *
     * @throws IllegalArgumentException if the name matches nothing
     */
    Source find(String name) {
        int colon = name.indexOf(':');
        String[] path = (colon < 0 ? name : name.substring(0, colon)).split("\\.");
        if (path.length != 2) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not of the form Class.method or Class.method:variable");
        }
        SourceFile file = open(path[0]);
        String member = path[1];
        List<BodyDeclaration<?>> found =
                members(file).filter(each -> isNamed(each, member)).toList();
        List<Lines> lines = colon < 0
                ? found.stream().map(SourceCode::lines).toList()
                : found.stream()
                        .flatMap(each -> Stream.of(name.substring(colon + 1).split(","))
                                .flatMap(variable -> statements(each, variable)))
                        .distinct()
                        .map(statement -> lines((Node) statement))
                        .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("\"" + name + "\" matches nothing in the code of " + side);
        }
        return file.lines(String.join(".", path), lines);
    }

    private SourceFile open(String className) {
        return SourceFile.find(side, className)
                .orElseThrow(() -> new IllegalArgumentException("The code of " + side + " has no class " + className));
    }

    private static Stream<BodyDeclaration<?>> members(SourceFile file) {
        TypeDeclaration<?> type = file.unit().getType(0);
        Stream<BodyDeclaration<?>> constants = type instanceof EnumDeclaration constantsOf
                ? constantsOf.getEntries().stream().map(constant -> constant)
                : Stream.empty();
        return Stream.concat(constants, type.getMembers().stream());
    }

    private static boolean isNamed(BodyDeclaration<?> member, String name) {
        if (member instanceof CallableDeclaration<?> callable) {
            return callable.getNameAsString().equals(name);
        } else if (member instanceof EnumConstantDeclaration constant) {
            return constant.getNameAsString().equals(name);
        }
        return member instanceof FieldDeclaration field
                && field.getVariables().stream()
                        .anyMatch(variable -> variable.getNameAsString().equals(name));
    }

    private static Stream<Statement> statements(BodyDeclaration<?> member, String name) {
        Optional<BlockStmt> body = member instanceof MethodDeclaration method
                ? method.getBody()
                : member instanceof ConstructorDeclaration constructor
                        ? Optional.of(constructor.getBody())
                        : Optional.empty();
        return body.stream().flatMap(block -> {
            List<Statement> changing = scope(block, name).getStatements().stream()
                    .filter(statement -> changes(statement, name))
                    .toList();
            return changing.isEmpty() ? mentions(block, name) : changing.stream();
        });
    }

    /** The block in which the variable is declared, or the whole body. */
    private static BlockStmt scope(BlockStmt body, String variable) {
        return body.findFirst(
                        VariableDeclarator.class, each -> each.getNameAsString().equals(variable))
                .flatMap(declaration -> ancestor(declaration, BlockStmt.class))
                .orElse(body);
    }

    private static <T extends Node> Optional<T> ancestor(Node node, Class<T> type) {
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent() && !type.isInstance(parent.get())) {
            parent = parent.get().getParentNode();
        }
        return parent.map(type::cast);
    }

    private static boolean changes(Statement statement, String variable) {
        return statement
                        .findFirst(
                                VariableDeclarator.class,
                                each -> each.getNameAsString().equals(variable))
                        .isPresent()
                || statement
                        .findFirst(AssignExpr.class, each -> isIn(each.getTarget(), variable))
                        .isPresent();
    }

    private static boolean isIn(Node node, String name) {
        return node.findFirst(SimpleName.class, each -> each.getIdentifier().equals(name))
                .isPresent();
    }

    /** The innermost statements with the name. */
    private static Stream<Statement> mentions(BlockStmt body, String name) {
        return body.findAll(SimpleName.class, each -> each.getIdentifier().equals(name)).stream()
                .map(each -> ancestor(each, Statement.class).orElseThrow())
                .distinct()
                .sorted(Comparator.comparing(
                        statement -> lines((Node) statement).from()));
    }

    /** The lines of a member, without its documentation and annotations. */
    private static Lines lines(BodyDeclaration<?> member) {
        Lines all = lines((Node) member);
        int from = ((NodeWithAnnotations<?>) member)
                .getAnnotations().stream()
                        .mapToInt(annotation -> lines((Node) annotation).to() + 1)
                        .max()
                        .orElse(all.from());
        return new Lines(from, all.to());
    }

    private static Lines lines(Node node) {
        return node.getRange()
                .map(range -> new Lines(range.begin.line, range.end.line))
                .orElseThrow();
    }
}
