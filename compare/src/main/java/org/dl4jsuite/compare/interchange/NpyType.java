package org.dl4jsuite.compare.interchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's elements, of those that the suite reads: float32, float64, integers, bool and unicode strings.
 *
 * @param kind {@code f}, {@code i}, {@code u}, {@code b} or {@code U}, as in NumPy's array protocol
 * @param bytes of one element
 * @param order of the bytes of one number or character
 */
record NpyType(char kind, int bytes, ByteOrder order) {
    private static final Pattern SUPPORTED =
            Pattern.compile("([<>|]?)(?:(f)([48])|([iu])([1248])|(b)(1)|(U)(\\d{1,6}))");
    private static final int BYTES_PER_CHARACTER = 4;
    private static final int TEXT_OBJECT = 8;
    /** Every integer up to here is a double. */
    private static final long MAX_EXACT = 1L << 53;

    /** Returns the type of a dtype such as {@code <f8}, or nothing if the suite does not read it. */
    static Optional<NpyType> of(String dtype) {
        Matcher matcher = SUPPORTED.matcher(dtype);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int group = 2; group <= 8; group += 2) {
            if (matcher.group(group) != null) {
                char kind = matcher.group(group).charAt(0);
                int size = Integer.parseInt(matcher.group(group + 1));
                int bytes = kind == 'U' ? size * BYTES_PER_CHARACTER : size;
                String order = matcher.group(1);
                boolean needsNoOrder = bytes <= 1;
                if (needsNoOrder || order.equals("<") || order.equals(">")) {
                    return Optional.of(new NpyType(
                            kind, bytes, order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
                }
            }
        }
        return Optional.empty();
    }

    boolean isText() {
        return kind == 'U';
    }

    /** Returns how many numbers an element takes the memory of; a text is an object of its own. */
    int units() {
        return isText() ? TEXT_OBJECT + bytes / BYTES_PER_CHARACTER : 1;
    }

    /**
     * Returns the next number of the buffer.
     *
     * @throws ArithmeticException if it is an integer that no double is equal to
     */
    double number(ByteBuffer buffer) {
        return switch (kind) {
            case 'f' -> bytes == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
            case 'b' -> buffer.get() == 0 ? 0 : 1;
            default -> exact(integer(buffer));
        };
    }

    private long integer(ByteBuffer buffer) {
        boolean signed = kind == 'i';
        return switch (bytes) {
            case Byte.BYTES -> signed ? buffer.get() : Byte.toUnsignedLong(buffer.get());
            case Short.BYTES -> signed ? buffer.getShort() : Short.toUnsignedLong(buffer.getShort());
            case Integer.BYTES -> signed ? buffer.getInt() : Integer.toUnsignedLong(buffer.getInt());
            default -> buffer.getLong();
        };
    }

    private double exact(long integer) {
        boolean tooLarge = kind == 'u' && integer < 0; // an unsigned one above the largest long
        if (tooLarge || integer < -MAX_EXACT || integer > MAX_EXACT) {
            throw new ArithmeticException(kind == 'u' ? Long.toUnsignedString(integer) : Long.toString(integer));
        }
        return integer;
    }

    /**
     * Returns the next text of the buffer, without the zeros that fill it up.
     *
     * @throws IllegalArgumentException if one of its characters is none of Unicode's
     */
    String text(ByteBuffer buffer) {
        int[] characters = new int[bytes / BYTES_PER_CHARACTER];
        int length = 0;
        for (int i = 0; i < characters.length; i++) {
            characters[i] = buffer.getInt();
            if (characters[i] != 0) {
                length = i + 1;
            }
        }
        return new String(characters, 0, length);
    }
}
