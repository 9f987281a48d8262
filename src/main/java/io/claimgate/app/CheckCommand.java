package io.claimgate.app;

import io.claimgate.app.safety.UnsafeSettings;
import io.claimgate.catalogue.AccountingFiles;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.ErpMappings;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.LimitationFile;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.catalogue.RouteFiles;
import io.claimgate.catalogue.SettingsCheck;
import io.claimgate.flow.watch.Scenarios;
import io.claimgate.money.FxRates;
import io.claimgate.operations.scenario.SavedScenario;
import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.scenario.ScenarioRules;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code --check}: reads routes, mappings, policies, schemas and settings, prints every fault with file, line or key and the mend. It starts
 * nothing: no database, no broker, no port.
 */
final class CheckCommand {

    static final String FLAG = "--check";

    private CheckCommand() {}

    /** Prints what it finds; 0 if all is sound, else 1. */
    static int run(String[] arguments, PrintStream out) {
        String[] others = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(FLAG))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = settingsOnly(others)) {
            ConfigurableEnvironment environment = context.getEnvironment();
            String overriding = environment.getProperty("claimgate.config", "");
            ConfigurationFiles files = ConfigurationFiles.read(
                    overriding.isBlank() ? null : Path.of(overriding).toAbsolutePath());
            List<Problem> problems = problems(environment, files);
            problems.forEach(problem -> out.println(problem.sentence()));
            out.println(
                    problems.isEmpty()
                            ? "sound: " + files.paths().size() + " files, configuration " + files.hash()
                            : problems.size() + " fault(s)");
            return problems.isEmpty() ? 0 : 1;
        }
    }

    private static List<Problem> problems(ConfigurableEnvironment environment, ConfigurationFiles files) {
        List<Problem> problems = new ArrayList<>(new SettingsCheck().check(environment));
        problems.addAll(UnsafeSettings.in(environment));
        problems.addAll(new RouteFiles().check(files.texts("routes", ".camel.yaml")));
        ErpMappings erps = ErpMappings.read(files.texts(ErpMappings.FOLDER, ".yaml"));
        problems.addAll(erps.problems());
        problems.addAll(AccountingFiles.read(files.texts(AccountingFiles.FOLDER, ".yaml"))
                .problems());
        PolicyFiles.Result policies = new PolicyFiles(new JollydayCalendars())
                .read(
                        files.texts("mappings/policies", ".yaml").entrySet().stream()
                                .map(file -> new PolicyFiles.Source(file.getKey(), file.getValue()))
                                .toList(),
                        erps.all());
        problems.addAll(policies.problems());
        LimitationFile.Result laws = LimitationFile.read(files.text(LimitationFile.PATH));
        problems.addAll(laws.problems());
        problems.addAll(SavedScenario.check(
                files.texts(SavedScenario.FOLDER, SavedScenario.ENDING),
                new Scenarios(
                        PolicyBook.of(policies.policies()),
                        new ScenarioRules(
                                new ExposureRules(new JollydayCalendars(), laws.limitations()),
                                rateAge(environment)))));
        InsurerFiles.Result insurers = insurers(environment, files);
        problems.addAll(insurers.problems());
        problems.addAll(unknownInsurers(policies.policies(), insurers));
        return problems;
    }

    /** As the gateway would have it; a value that is none is a fault of the settings. */
    private static int rateAge(ConfigurableEnvironment environment) {
        try {
            return environment.getProperty("claimgate.rates.longest-age-days", Integer.class, FxRates.USUAL_AGE_DAYS);
        } catch (ConversionException e) {
            return FxRates.USUAL_AGE_DAYS;
        }
    }

    static InsurerFiles.Result insurers(ConfigurableEnvironment environment, ConfigurationFiles files) {
        return new InsurerFiles(environment::getProperty)
                .read(files.texts("mappings/insurers", "/insurer.yaml").entrySet().stream()
                        .map(file -> new InsurerFiles.Source(file.getKey(), file.getValue()))
                        .toList());
    }

    private static List<Problem> unknownInsurers(List<Policy> policies, InsurerFiles.Result insurers) {
        Set<String> known =
                insurers.profiles().stream().map(profile -> profile.insurer()).collect(Collectors.toSet());
        Map<String, List<Policy>> byInsurer = policies.stream().collect(Collectors.groupingBy(Policy::insurer));
        return byInsurer.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(policy -> new Problem(
                        ProblemCode.OPS_002,
                        "mappings/policies/" + policy.name() + ".yaml, insurer",
                        policy.insurer(),
                        "no sound mappings/insurers/" + policy.insurer() + "/insurer.yaml; add it or correct the name"))
                .toList();
    }

    /** The settings as a start would see them, and nothing of the gateway. */
    static ConfigurableApplicationContext settingsOnly(String[] arguments) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // What is unsafe refuses a start; here it is one fault among others.
        application.setInitializers(List.of());
        return application.run(arguments);
    }

    /** No configuration class: nothing is scanned, nothing is made. */
    static final class Nothing {}
}
