package io.claimgate.receivable;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The pictures of an exposure's receivables, each made when it is looked at: of 100,000 mostly nobody looks at any. */
final class Pictures extends AbstractList<ReceivablePicture> implements RandomAccess {

    private final List<Standing> standings;

    Pictures(List<Standing> standings) {
        this.standings = standings;
    }

    @Override
    public ReceivablePicture get(int index) {
        return standings.get(index).picture();
    }

    @Override
    public int size() {
        return standings.size();
    }
}
