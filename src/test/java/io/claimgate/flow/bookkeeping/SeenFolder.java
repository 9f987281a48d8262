package io.claimgate.flow.bookkeeping;

/** A real folder, for tests that come between two of its steps. */
class SeenFolder implements OutFolder {

    private final OutFolder real;

    SeenFolder(OutFolder real) {
        this.real = real;
    }

    @Override
    public void stage(OutBatch batch, byte[] bytes) {
        real.stage(batch, bytes);
    }

    @Override
    public boolean staged(OutBatch batch) {
        return real.staged(batch);
    }

    @Override
    public boolean published(OutBatch batch) {
        return real.published(batch);
    }

    @Override
    public void publish(OutBatch batch) {
        real.publish(batch);
    }
}
