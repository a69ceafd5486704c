package org.dl4jsuite.compare.serve;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Something that can be asked for.
 *
 * @param method GET, which answers HEAD as well, or POST
 * @param path the whole path
 * @param action what answers
 */
record Route(String method, Pattern path, Action action) {
    /** Answers one request. */
    @FunctionalInterface
    interface Action {
        /**
         * Returns the answer.
         *
         * @param path the groups of the route's pattern
         * @param query what follows the question mark, or nothing
         * @param body empty for GET
         */
        Reply answer(MatchResult path, String query, byte[] body) throws Exception;
    }

    static Route get(String path, Action action) {
        return new Route("GET", Pattern.compile(path), action);
    }

    static Route post(String path, Action action) {
        return new Route("POST", Pattern.compile(path), action);
    }

    boolean takesBody() {
        return method.equals("POST");
    }

    boolean allows(String asked) {
        return method.equals(asked) || (!takesBody() && asked.equals("HEAD"));
    }

    String allowed() {
        return takesBody() ? "POST" : "GET, HEAD";
    }
}
