package io.claimgate.sandbox;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Ends a connection without an HTTP answer, which no servlet can do. */
final class CutValve extends ValveBase {

    CutValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(TransportEffect.CUT) != null) {
            response.setSuspended(true);
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
