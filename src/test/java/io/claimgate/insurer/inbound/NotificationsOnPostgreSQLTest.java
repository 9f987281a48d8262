package io.claimgate.insurer.inbound;

import io.claimgate.support.Databases;

class NotificationsOnPostgreSQLTest extends NotificationsTest {

    NotificationsOnPostgreSQLTest() {
        super(Databases.POSTGRESQL);
    }
}
