package io.claimgate.flow.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * The tree of RFC 6962 section 2.1 over leaves that come one by one: leaves and nodes are hashed under different prefixes, so that no node
 * can be passed off as a leaf. Holds one hash per level, never the leaves.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The roots of the complete subtrees so far, the widest at the bottom. */
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private int leaves;

    private record Subtree(int leaves, byte[] hash) {}

    /** Adds the next leaf. */
    public void add(byte[] leaf) {
        addHash(leafHash(leaf));
    }

    void addHash(byte[] leafHash) {
        Subtree merged = new Subtree(1, leafHash);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == merged.leaves()) {
            Subtree left = subtrees.pop();
            merged = new Subtree(left.leaves() + merged.leaves(), node(left.hash(), merged.hash()));
        }
        subtrees.push(merged);
        leaves++;
    }

    public int leaves() {
        return leaves;
    }

    /** The root of what was added, in hex; of nothing it is the hash of nothing. */
    public String root() {
        Iterator<Subtree> widening = subtrees.iterator();
        if (!widening.hasNext()) {
            return Sha256.hex();
        }
        byte[] root = widening.next().hash();
        while (widening.hasNext()) {
            root = node(widening.next().hash(), root);
        }
        return HexFormat.of().formatHex(root);
    }

    public static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    /**
     * What proves that a leaf is in the tree.
     *
     * @param side where the sibling stands, {@code left} or {@code right}
     * @param hash the sibling's, in hex
     */
    public record Step(String side, String hash) {}

    /** The siblings from the leaf up to the root. */
    public static List<Step> path(List<byte[]> leafHashes, int index) {
        List<Step> path = new ArrayList<>();
        path(leafHashes, index, path);
        return path;
    }

    private static void path(List<byte[]> hashes, int index, List<Step> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        if (index < split) {
            path(left, index, path);
            path.add(new Step("right", root(right)));
        } else {
            path(right, index - split, path);
            path.add(new Step("left", root(left)));
        }
    }

    private static String root(List<byte[]> hashes) {
        MerkleTree tree = new MerkleTree();
        hashes.forEach(tree::addHash);
        return tree.root();
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }
}
