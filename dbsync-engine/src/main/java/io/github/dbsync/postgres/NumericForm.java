package io.github.dbsync.postgres;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import java.nio.charset.StandardCharsets;

/**
 * {@code numeric}: canonical decimal text on our side; on PostgreSQL's, groups of four digits with the weight of the first
 * group, a sign and the number of digits shown behind the point (source: {@code numeric_send}).
 */
final class NumericForm implements ColumnForm {

    private static final int HEADER = 4 * Short.BYTES;
    private static final int GROUP = 4;
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;

    @Override
    public void read(byte[] source, int offset, int length, Vector target, int row) {
        BytesVector bytes = (BytesVector) target;
        int sign = CopyBuffer.shortAt(source, offset + 4) & 0xFFFF;
        switch (sign) {
            case NAN -> set(bytes, row, "NaN");
            case INFINITY -> set(bytes, row, "Infinity");
            case MINUS_INFINITY -> set(bytes, row, "-Infinity");
            default -> readFinite(source, offset, sign == NEGATIVE, bytes, row);
        }
    }

    private static void set(BytesVector target, int row, String text) {
        target.set(row, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readFinite(byte[] source, int offset, boolean negative, BytesVector target, int row) {
        int groups = CopyBuffer.shortAt(source, offset);
        int weight = CopyBuffer.shortAt(source, offset + 2);
        int scale = CopyBuffer.shortAt(source, offset + 6);
        int first = groups > 0 && weight >= 0 ? CopyBuffer.shortAt(source, offset + HEADER) : 0;
        int firstWidth = width(first);
        int whole = groups > 0 && weight > 0 ? firstWidth + weight * GROUP : firstWidth;
        target.reserve(row, (negative ? 1 : 0) + whole + (scale > 0 ? 1 + scale : 0));
        byte[] text = target.array();
        int position = target.start(row);
        if (negative) {
            text[position++] = '-';
        }
        putGroup(text, position, first, firstWidth);
        position += firstWidth;
        for (int group = 1; group <= weight && groups > 0; group++, position += GROUP) {
            putGroup(text, position, groupAt(source, offset, groups, group), GROUP);
        }
        if (scale > 0) {
            text[position++] = '.';
            readFraction(source, offset, groups, weight, scale, text, position);
        }
    }

    private static void readFraction(
            byte[] source, int offset, int groups, int weight, int scale, byte[] text, int start) {
        int position = start;
        int end = start + scale;
        for (int group = weight + 1; position < end; group++, position += GROUP) {
            int value = groupAt(source, offset, groups, group);
            int shown = Math.min(GROUP, end - position);
            putGroup(text, position, value / power(GROUP - shown), shown);
        }
    }

    private static int groupAt(byte[] source, int offset, int groups, int group) {
        boolean given = group >= 0 && group < groups;
        return given ? CopyBuffer.shortAt(source, offset + HEADER + group * Short.BYTES) : 0;
    }

    private static int width(int group) {
        return group >= 1000 ? 4 : group >= 100 ? 3 : group >= 10 ? 2 : 1;
    }

    private static int power(int exponent) {
        return switch (exponent) {
            case 0 -> 1;
            case 1 -> 10;
            case 2 -> 100;
            default -> 1000;
        };
    }

    private static void putGroup(byte[] text, int position, int group, int width) {
        int rest = group;
        for (int i = width - 1; i >= 0; i--) {
            text[position + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    @Override
    public void write(Vector source, int row, CopyBuffer out) {
        BytesVector bytes = (BytesVector) source;
        byte[] text = bytes.array();
        int start = bytes.start(row);
        int end = start + bytes.length(row);
        boolean negative = start < end && text[start] == '-';
        int first = negative ? start + 1 : start;
        if (first < end && text[first] == 'N') {
            writeSpecial(NAN, out);
        } else if (first < end && text[first] == 'I') {
            writeSpecial(negative ? MINUS_INFINITY : INFINITY, out);
        } else {
            writeFinite(text, first, end, negative, out);
        }
    }

    private static void writeSpecial(int sign, CopyBuffer out) {
        out.putInt(HEADER);
        out.putInt(0);
        out.putShort(sign);
        out.putShort(0);
    }

    private static void writeFinite(byte[] text, int start, int end, boolean negative, CopyBuffer out) {
        int point = start;
        while (point < end && text[point] != '.') {
            point++;
        }
        int scale = Math.max(end - point - 1, 0);
        int wholeGroups = (point - start + GROUP - 1) / GROUP;
        int allGroups = wholeGroups + (scale + GROUP - 1) / GROUP;
        int lengthAt = out.size();
        out.putInt(0);
        out.putLong(0);
        int firstAt = out.size();
        int weight = wholeGroups - 1;
        int usedTo = firstAt;
        for (int group = 0; group < allGroups; group++) {
            int value = parseGroup(text, start, point, end, group - wholeGroups);
            if (value != 0) {
                out.putShort(value);
                usedTo = out.size();
            } else if (out.size() > firstAt) {
                out.putShort(0);
            } else {
                weight--;
            }
        }
        out.truncate(usedTo);
        int groups = (usedTo - firstAt) / Short.BYTES;
        out.setInt(lengthAt, usedTo - lengthAt - Integer.BYTES);
        out.setShort(lengthAt + 4, checked(groups));
        out.setShort(lengthAt + 6, groups == 0 ? 0 : checked(weight));
        out.setShort(lengthAt + 8, negative && groups > 0 ? NEGATIVE : 0);
        out.setShort(lengthAt + 10, checked(scale));
    }

    /** The four digits of a group; groups from 0 on are behind the point, those below are before it. */
    private static int parseGroup(byte[] text, int start, int point, int end, int group) {
        int from = group < 0 ? point + group * GROUP : point + 1 + group * GROUP;
        int low = group < 0 ? start : point + 1;
        int high = group < 0 ? point : end;
        int value = 0;
        for (int i = from; i < from + GROUP; i++) {
            value = value * 10 + (i >= low && i < high ? digit(text[i]) : 0);
        }
        return value;
    }

    private static int digit(byte character) {
        int digit = character - '0';
        if (digit < 0 || digit > 9) {
            throw new ArithmeticException("not a plain decimal number");
        }
        return digit;
    }

    private static int checked(int value) {
        if ((short) value != value) {
            throw new ArithmeticException("numeric overflow");
        }
        return value;
    }

    @Override
    public void print(Vector source, int row, CopyBuffer out) {
        BytesVector bytes = (BytesVector) source;
        out.put(bytes.array(), bytes.start(row), bytes.length(row));
    }

    @Override
    public void parse(byte[] source, int length, Vector target, int row) {
        ((BytesVector) target).set(row, source, 0, length);
    }
}
