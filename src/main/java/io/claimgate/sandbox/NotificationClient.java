package io.claimgate.sandbox;

import io.claimgate.sandbox.notifications.NotificationsPort;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.jspecify.annotations.Nullable;

/** Makes clients of our notifications that bring a UsernameToken with its password as digest, a nonce and the moment of its making. */
final class NotificationClient {

    private static final long CONNECT_MILLIS = 2_000;
    private static final long RECEIVE_MILLIS = 20_000;

    private final Bus bus;
    private final UnaryOperator<String> settings;
    private @Nullable NotificationsPort made;

    /** @param settings a setting's value by its key; asked at the first call, because the port is known only when the server is up */
    NotificationClient(Bus bus, UnaryOperator<String> settings) {
        this.bus = bus;
        this.settings = settings;
    }

    /** The one client; it serves all threads. */
    synchronized NotificationsPort port() {
        NotificationsPort known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private NotificationsPort make() {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(NotificationsPort.class);
        factory.setAddress(settings.apply(InsurerCredentials.NOTIFICATIONS));
        NotificationsPort port = (NotificationsPort) factory.create();
        Client client = ClientProxy.getClient(port);
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(CONNECT_MILLIS);
        policy.setReceiveTimeout(RECEIVE_MILLIS);
        policy.setAutoRedirect(false);
        policy.setAllowChunking(false);
        ((HTTPConduit) client.getConduit()).setClient(policy);
        client.getOutInterceptors().add(new WSS4JOutInterceptor(token()));
        return port;
    }

    private Map<String, Object> token() {
        String password = settings.apply(InsurerCredentials.PASSWORD);
        CallbackHandler passwords = callbacks -> {
            for (Callback callback : callbacks) {
                ((WSPasswordCallback) callback).setPassword(password);
            }
        };
        return Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.USERNAME_TOKEN,
                ConfigurationConstants.USER,
                settings.apply(InsurerCredentials.USERNAME),
                ConfigurationConstants.PASSWORD_TYPE,
                WSS4JConstants.PW_DIGEST,
                ConfigurationConstants.PW_CALLBACK_REF,
                passwords);
    }
}
