package io.claimgate.laboratory.partner;

import java.util.concurrent.TimeUnit;

/** A stub ends with the process that started it, however that ends. */
final class Parent {

    private Parent() {}

    static void ends() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Thread watch = new Thread(
                () -> {
                    while (parent.isAlive()) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(500);
                        } catch (InterruptedException e) {
                            break;
                        }
                    }
                    Runtime.getRuntime().halt(0);
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
