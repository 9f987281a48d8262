package io.claimgate.operations.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What stands at the head of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Claimgate",
                        version = "v1",
                        description =
                                "Receivables, their clocks, and the claims that are declared in time. Lists answer"
                                        + " {items, next, total}: pass `next` as `after` for the next page; `size` is 50, at most 500; `total` is"
                                        + " exact up to 10,000, then null. Amounts have their currency's decimals. Errors are problems (RFC 9457)"
                                        + " with a `code` of the error catalogue. Every account sees its creditors only."),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {}
