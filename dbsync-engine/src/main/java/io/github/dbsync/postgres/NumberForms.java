package io.github.dbsync.postgres;

import io.github.dbsync.batch.DoubleVector;
import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.dialect.DecimalDigits;

/** The forms of booleans, integers and floats. Source of the binary forms: PostgreSQL's {@code boolsend}, {@code int4send} ... */
final class NumberForms {

    private NumberForms() {}

    static ColumnForm integer(int width) {
        return switch (width) {
            case Short.BYTES -> new Int2();
            case Integer.BYTES -> new Int4();
            case Long.BYTES -> new Int8();
            default -> throw new IllegalArgumentException("integer of " + width + " bytes");
        };
    }

    static ColumnForm floating(int width) {
        return width == Float.BYTES ? new Float4() : new Float8();
    }

    /** {@code boolean}. */
    static final class Bool implements ColumnForm {
        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((LongVector) target).set(row, source[offset]);
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            out.putInt(1);
            out.putByte((int) ((LongVector) source).get(row));
        }

        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            out.putByte(((LongVector) source).get(row) == 0 ? 'f' : 't');
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((LongVector) target).set(row, length == 1 && source[0] == 't' ? 1 : 0);
        }
    }

    /** What the integers share: their text. */
    private abstract static class Int implements ColumnForm {
        @Override
        public final void print(Vector source, int row, CopyBuffer out) {
            out.putAscii(Long.toString(((LongVector) source).get(row)));
        }

        @Override
        public final void parse(byte[] source, int length, Vector target, int row) {
            ((LongVector) target).set(row, Long.parseLong(ColumnForm.ascii(source, length)));
        }
    }

    private static final class Int2 extends Int {
        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((LongVector) target).set(row, CopyBuffer.shortAt(source, offset));
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            long value = ((LongVector) source).get(row);
            if ((short) value != value) {
                throw new ArithmeticException("smallint overflow");
            }
            out.putInt(Short.BYTES);
            out.putShort((int) value);
        }
    }

    private static final class Int4 extends Int {
        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((LongVector) target).set(row, CopyBuffer.intAt(source, offset));
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            int value = Math.toIntExact(((LongVector) source).get(row));
            out.putInt(Integer.BYTES);
            out.putInt(value);
        }
    }

    private static final class Int8 extends Int implements LongForm {}

    /** What the floats share: their text. */
    private abstract static class Floating implements ColumnForm {
        @Override
        public final void print(Vector source, int row, CopyBuffer out) {
            double value = ((DoubleVector) source).get(row);
            out.putAscii(Double.isFinite(value) ? DecimalDigits.of(value) : Double.toString(value));
        }

        @Override
        public final void parse(byte[] source, int length, Vector target, int row) {
            ((DoubleVector) target).set(row, Double.parseDouble(ColumnForm.ascii(source, length)));
        }
    }

    /** {@code real}: it travels as the double nearest to its shortest text, so that 0.1 stays 0.1. */
    private static final class Float4 extends Floating {
        /** Below it every integer is a float of its own, so its digits are its shortest text. */
        private static final int EXACT_INTEGERS = 1 << 24;

        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((DoubleVector) target).set(row, nearest(Float.intBitsToFloat(CopyBuffer.intAt(source, offset))));
        }

        private static double nearest(float value) {
            boolean smallInteger = value == (int) value && Math.abs(value) < EXACT_INTEGERS && value != 0;
            return smallInteger ? value : Double.parseDouble(Float.toString(value));
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            double value = ((DoubleVector) source).get(row);
            float narrow = (float) value;
            boolean overflows = Float.isInfinite(narrow) && !Double.isInfinite(value);
            boolean underflows = narrow == 0 && value != 0;
            if (overflows || underflows) {
                throw new ArithmeticException("real overflow");
            }
            out.putInt(Float.BYTES);
            out.putInt(Float.floatToIntBits(narrow));
        }
    }

    /** {@code double precision}. */
    private static final class Float8 extends Floating {
        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((DoubleVector) target).set(row, Double.longBitsToDouble(CopyBuffer.longAt(source, offset)));
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            out.putInt(Double.BYTES);
            out.putLong(Double.doubleToLongBits(((DoubleVector) source).get(row)));
        }
    }
}
