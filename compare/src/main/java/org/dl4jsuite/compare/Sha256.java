package org.dl4jsuite.compare;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums, in hexadecimal digits of lower case. */
public final class Sha256 {
    private Sha256() {}

    /** Returns a sum of nothing yet. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Ends a sum and returns its digits. */
    public static String hex(MessageDigest sum) {
        return HexFormat.of().formatHex(sum.digest());
    }

    /** Returns the digits of the sum of some bytes. */
    public static String of(byte[] bytes) {
        MessageDigest sum = start();
        sum.update(bytes);
        return hex(sum);
    }
}
