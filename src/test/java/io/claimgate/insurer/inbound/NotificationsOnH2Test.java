package io.claimgate.insurer.inbound;

import io.claimgate.support.Databases;

class NotificationsOnH2Test extends NotificationsTest {

    NotificationsOnH2Test() {
        super(Databases.H2);
    }
}
