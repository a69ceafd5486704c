package org.dl4jsuite.compare.study;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block.Source;
import org.dl4jsuite.compare.document.Block.Token;

/** A source file of the pair, as it was when the suite was built. */
final class SourceFile {
    private static final String CODE = "/META-INF/study-code/";
    private static final JavaParser PARSER =
            new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));

    private final String className;
    private final String text;
    private final CompilationUnit unit;

    private SourceFile(String className, String text) {
        this.className = className;
        this.text = text;
        synchronized (PARSER) {
            this.unit = PARSER.parse(text).getResult().orElseThrow();
        }
    }

    /** Returns the file of a class of the side {@code scratch} or {@code dl4j}, a lesson or not; nothing if there is none. */
    static Optional<SourceFile> find(String side, String className) {
        String folder = CODE + side + "/src/main/java/org/dl4jsuite/" + side + "/";
        return Stream.of(folder + "lessons/", folder)
                .map(path -> read(path + className + ".java"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new SourceFile(className, text));
    }

    private static Optional<String> read(String resource) {
        try (InputStream stream = SourceFile.class.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompilationUnit unit() {
        return unit;
    }

    /** Returns the whole file. */
    Source whole() {
        return lines(className + ".java", List.of(new Lines(1, Integer.MAX_VALUE)));
    }

    /** Returns whole lines of the file, moved to the left as far as they all can be. */
    Source lines(String place, List<Lines> ranges) {
        int margin = text.lines()
                .skip(ranges.get(0).from() - 1L)
                .limit(ranges.get(0).to() - ranges.get(0).from() + 1L)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        List<Token> tokens = new ArrayList<>();
        for (Lines range :
                ranges.stream().sorted(Comparator.comparing(Lines::from)).toList()) {
            for (JavaToken token : unit.getTokenRange().orElseThrow()) {
                int line = token.getRange().orElseThrow().begin.line;
                if (line >= range.from() && line <= range.to()) {
                    add(token, margin, tokens);
                }
            }
        }
        return new Source(place, tokens);
    }

    private static void add(JavaToken token, int margin, List<Token> tokens) {
        boolean isMargin = token.getRange().orElseThrow().begin.column <= margin
                && token.getCategory().isWhitespaceButNotEndOfLine(); // each space is a token
        if (!isMargin && token.getKind() != JavaToken.Kind.EOF.getKind()) {
            tokens.add(new Token(kind(token), token.getText().replace("\n" + " ".repeat(margin), "\n")));
        }
    }

    private static Token.Kind kind(JavaToken token) {
        JavaToken.Category category = token.getCategory();
        if (category.isComment()) {
            return Token.Kind.COMMENT;
        } else if (category.isKeyword()) {
            return Token.Kind.KEYWORD;
        } else if (category.isLiteral()) {
            return Token.Kind.LITERAL;
        } else if (category.isIdentifier()
                && Character.isUpperCase(token.getText().charAt(0))) {
            return Token.Kind.TYPE;
        }
        return Token.Kind.PLAIN;
    }

    /** A range of lines, counted from 1, both ends included. */
    record Lines(int from, int to) {}
}
