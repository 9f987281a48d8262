package io.claimgate.app;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.files.ErpRoutes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.stereotype.Component;

/** Loads the route files of the active configuration before Camel starts. */
@Component
class RouteFiles implements CamelContextConfiguration {

    private final ConfigurationFiles files;
    private final ErpRoutes erpRoutes;

    RouteFiles(ConfigurationFiles files, ErpRoutes erpRoutes) {
        this.files = files;
        this.erpRoutes = erpRoutes;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        for (Map.Entry<String, String> file :
                files.texts("routes", ".camel.yaml").entrySet()) {
            Resource resource =
                    ResourceHelper.fromBytes(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            try {
                PluginHelper.getRoutesLoader(context).loadRoutes(resource);
            } catch (Exception e) {
                throw new RuntimeCamelException(
                        "route file " + file.getKey() + " cannot be loaded: " + e.getMessage(), e);
            }
        }
        erpRoutes.add(context);
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // Nothing: routes start with the context.
    }
}
