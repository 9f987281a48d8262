package io.claimgate.insurer;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an insurer listens: resolved at each call, because a setting may be known only once the server is up. */
public final class Addresses {

    private static final Pattern SETTING = Pattern.compile("\\{\\{([A-Za-z0-9._-]+)}}");

    private final Function<String, @Nullable String> settings;
    private final boolean loopbackOnly;

    /**
     * @param settings a setting's value by its key; null where it is not set
     * @param loopbackOnly whether every other host is refused, as the sandbox does
     */
    public Addresses(Function<String, @Nullable String> settings, boolean loopbackOnly) {
        this.settings = settings;
        this.loopbackOnly = loopbackOnly;
    }

    String resolve(String template) throws NothingSent {
        String address = text(template);
        if (loopbackOnly) {
            refuseElsewhere(address);
        }
        return address;
    }

    /** The name or address of a server. */
    String host(String template) throws NothingSent {
        String host = text(template);
        if (loopbackOnly) {
            refuseOther(host);
        }
        return host;
    }

    /** Anything else that a setting may stand in. */
    String text(String template) throws NothingSent {
        Matcher placeholder = SETTING.matcher(template);
        StringBuilder address = new StringBuilder();
        while (placeholder.find()) {
            String value = settings.apply(placeholder.group(1));
            if (value == null) {
                throw new NothingSent("the setting " + placeholder.group(1) + " of the insurer's address is not set");
            }
            placeholder.appendReplacement(address, Matcher.quoteReplacement(value));
        }
        placeholder.appendTail(address);
        return address.toString();
    }

    private static void refuseElsewhere(String address) throws NothingSent {
        try {
            refuseOther(new URI(address).getHost());
        } catch (URISyntaxException e) {
            throw new NothingSent("\"" + address + "\" is no address: " + e.getMessage());
        }
    }

    private static void refuseOther(@Nullable String host) throws NothingSent {
        try {
            if (host == null || !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new NothingSent("the sandbox calls insurers on loopback only, not " + host);
            }
        } catch (UnknownHostException e) {
            throw new NothingSent("\"" + host + "\" is no address: " + e.getMessage());
        }
    }
}
