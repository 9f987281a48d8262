package io.claimgate.catalogue;

import io.claimgate.policy.Cover;
import io.claimgate.policy.LossTerms;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the insurer covers: {@code cover}, {@code limit}, {@code fx}, {@code recoverySplit}, {@code maxCreditTerm}. */
final class CoverReader {

    private static final Cover NOTHING = new Cover(
            BigDecimal.ZERO,
            Cover.Basis.GROSS,
            new Cover.Threshold(BigDecimal.ZERO, Cover.Basis.GROSS, Cover.Scope.BUYER),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Cover.DEFAULT_ORDER,
            Cover.WithoutLimit.UNCOVERED,
            BigDecimal.ZERO);

    private final Section file;
    private final String currency;

    CoverReader(Section file, String currency) {
        this.file = file;
        this.currency = currency;
    }

    Cover cover() {
        Section cover = file.requiredSection("cover");
        if (cover == null) {
            return NOTHING;
        }
        BigDecimal percentage = cover.requiredValue("insuredPercentage", CoverReader::percentage);
        Cover.Basis basis =
                Objects.requireNonNullElse(cover.requiredWord("basis", Cover.Basis.class), Cover.Basis.GROSS);
        Cover.WithoutLimit withoutLimit = cover.word("withoutLimit", Cover.WithoutLimit.class);
        Cover read = new Cover(
                percentage == null ? BigDecimal.ZERO : percentage,
                basis,
                threshold(cover, basis),
                amount(cover, "deductible"),
                amount(cover, "aggregateFirstLoss"),
                order(cover),
                withoutLimit == null ? Cover.WithoutLimit.UNCOVERED : withoutLimit,
                amount(cover, "tolerance"));
        cover.noOther();
        return read;
    }

    LossTerms loss(Cover.Basis coverBasis) {
        Section limit = file.section("limit");
        Cover.Basis basis = limit == null ? null : limit.word("basis", Cover.Basis.class);
        Section split = file.section("recoverySplit");
        LossTerms.RecoveryFrom from = split == null ? null : split.word("from", LossTerms.RecoveryFrom.class);
        LossTerms.FxDate fx = file.word("fx", LossTerms.FxDate.class);
        closed(limit);
        closed(split);
        return new LossTerms(
                basis == null ? coverBasis : basis,
                fx == null ? LossTerms.FxDate.INVOICE_DATE : fx,
                from == null ? LossTerms.RecoveryFrom.DATE_OF_LOSS : from,
                PolicyReader.creditTerm(file));
    }

    /** An amount alone is a threshold in the cover's basis on the buyer's sum. */
    private Cover.Threshold threshold(Section cover, Cover.Basis coverBasis) {
        if (cover.has("threshold") && !file.has("currency")) {
            cover.fault(
                    cover.line("threshold"),
                    "threshold",
                    "has no currency: its amount is in the policy's, which names none; add currency: EUR to the policy");
        }
        if (!(cover.node("threshold") instanceof YamlNode.Mapping)) {
            return new Cover.Threshold(amount(cover, "threshold"), coverBasis, Cover.Scope.BUYER);
        }
        Section threshold = Objects.requireNonNull(cover.section("threshold"));
        Cover.Basis basis = threshold.word("basis", Cover.Basis.class);
        Cover.Scope scope = threshold.word("scope", Cover.Scope.class);
        BigDecimal amount = amount(threshold, "amount");
        String in = threshold.text("currency");
        if (in != null && file.has("currency") && !in.equals(currency)) {
            threshold.fault(
                    threshold.line("currency"),
                    in,
                    "threshold: amounts of a policy are in its own currency, " + currency + "; convert it");
        }
        threshold.noOther();
        return new Cover.Threshold(
                amount, basis == null ? coverBasis : basis, scope == null ? Cover.Scope.BUYER : scope);
    }

    private List<Cover.Step> order(Section cover) {
        if (!cover.has("order")) {
            return Cover.DEFAULT_ORDER;
        }
        List<String> words = cover.texts("order");
        Set<Cover.Step> steps = new HashSet<>();
        List<Cover.Step> order = words.stream()
                .map(word -> step(cover, word))
                .filter(step -> step != null && steps.add(step))
                .map(Objects::requireNonNull)
                .toList();
        if (order.size() != Cover.Step.values().length) {
            cover.fault(
                    cover.line("order"),
                    String.join(", ", words),
                    "order: name each step once: threshold, insuredPercentage, deductible, aggregateFirstLoss");
            return Cover.DEFAULT_ORDER;
        }
        return order;
    }

    private static Cover.@Nullable Step step(Section cover, String word) {
        return switch (word) {
            case "threshold" -> Cover.Step.THRESHOLD;
            case "insuredPercentage" -> Cover.Step.INSURED_PERCENTAGE;
            case "deductible" -> Cover.Step.DEDUCTIBLE;
            case "aggregateFirstLoss" -> Cover.Step.AGGREGATE_FIRST_LOSS;
            default -> {
                cover.fault(cover.line("order"), word, "order: no such step");
                yield null;
            }
        };
    }

    private BigDecimal amount(Section section, String key) {
        BigDecimal amount = section.value(key, text -> PolicyReader.amount(text, currency));
        return amount == null ? PolicyReader.amount("0", currency) : amount;
    }

    private static void closed(@Nullable Section section) {
        if (section != null) {
            section.noOther();
        }
    }

    private static BigDecimal percentage(String text) {
        BigDecimal value = Section.decimal(text);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("not a percentage above 0 up to 100");
        }
        return value;
    }
}
