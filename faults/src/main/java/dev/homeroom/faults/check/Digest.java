package dev.homeroom.faults.check;

/** A few digits for who wrote what, as the crowd writes them into the diary: FNV-1a over the UTF-16 code units. */
final class Digest {
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Digest() {}

    static int of(String account, String text) {
        String all = account + "\n" + text;
        int digest = OFFSET_BASIS;
        for (int i = 0; i < all.length(); i++) {
            digest = (digest ^ all.charAt(i)) * PRIME;
        }
        return digest;
    }
}
