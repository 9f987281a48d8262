package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.settlement.Nonces;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table partner_nonce. */
public final class JdbcNonces implements Nonces {

    private final JdbcClient sql;

    public JdbcNonces(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean first(String insurer, String nonceHash, Instant staleAt, Instant systemNow) {
        sql.sql("delete from partner_nonce where stale_at < ?")
                .param(utc(systemNow))
                .update();
        return sql.sql("""
                        insert into partner_nonce (insurer, nonce_hash, stale_at) select :insurer, :nonce, :stale
                        where not exists (select 1 from partner_nonce where insurer = :insurer and nonce_hash = :nonce)""")
                        .param("insurer", insurer)
                        .param("nonce", nonceHash)
                        .param("stale", utc(staleAt))
                        .update()
                == 1;
    }
}
