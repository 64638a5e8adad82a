package io.github.dbsync.sqlite.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How all texts of a file are kept. */
public enum TextEncoding {
    UTF_8(1, StandardCharsets.UTF_8),
    UTF_16LE(2, StandardCharsets.UTF_16LE),
    UTF_16BE(3, StandardCharsets.UTF_16BE);

    private final int number;
    private final Charset charset;

    TextEncoding(int number, Charset charset) {
        this.number = number;
        this.charset = charset;
    }

    /** The encoding of a number in a file's header; empty where there is no such one. */
    public static Optional<TextEncoding> of(int number) {
        return switch (number) {
            case 1 -> Optional.of(UTF_8);
            case 2 -> Optional.of(UTF_16LE);
            case 3 -> Optional.of(UTF_16BE);
            default -> Optional.empty();
        };
    }

    /** The encoding of a charset, which must be that of one. */
    public static TextEncoding of(Charset charset) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.charset.equals(charset))
                .findFirst()
                .orElseThrow();
    }

    /** Its number in a file's header. */
    public int number() {
        return number;
    }

    public Charset charset() {
        return charset;
    }
}
