package io.timbre.k8s;

import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.CREATE;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.DELETE;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.DESCRIBE;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.DESCRIBECONFIGS;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.READ;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserTlsClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A service may do with topics what its code does with them, and nothing more. */
class KafkaUsersTest {
    private static final List<String> SERVICES = Sources.SERVICES;

    /** What services read by clients of their own, beside their topologies; readsAndWrites below finds what is missing. */
    private static final Map<String, Set<String>> READ_BESIDE = Map.of(
            "ingest", Set.of("track-classifications"),
            "features", Set.of(),
            "inference", Set.of("track-features", "model-releases"),
            "explain", Set.of("model-releases"),
            "trainer", Set.of("training-examples"));

    /** What services write by clients of their own. */
    private static final Map<String, Set<String>> WRITTEN_BESIDE = Map.of(
            "ingest", Set.of("tracks", "track-labels"),
            "features", Set.of(),
            "inference", Set.of("track-classifications", "shadow-classifications"),
            "explain", Set.of("explanation-requests"),
            "trainer", Set.of("learning-requests", "drift-baselines", "drift-choices"));

    private final Manifests manifests = Manifests.of("base");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void mayReadAndWriteWhatTheirTopologiesAndClientsDo(String service) {
        var expected = new TreeMap<String, Set<StrimziAclOperation>>();
        Stream.concat(ServiceTopology.of(service).reads().stream(), READ_BESIDE.get(service).stream())
                .forEach(topic -> operations(expected, topic).add(READ));
        Stream.of(
                        ServiceTopology.of(service).writes(),
                        WRITTEN_BESIDE.get(service),
                        Set.of(Topics.deadLetters(service)))
                .flatMap(Set::stream)
                .forEach(topic -> operations(expected, topic).add(WRITE));

        assertThat(topics(service, AclResourcePatternType.LITERAL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void nameEveryTopicThatTheCodeOfTheServiceNames(String service) throws ReflectiveOperationException {
        var named = new TreeSet<String>();
        named.add(Topics.deadLetters(service));
        Sources.mentions(service, "Topics\\.rejections\\(\"([a-z]+)\"\\)").stream()
                .map(Topics::deadLetters)
                .forEach(named::add);
        if (!Sources.mentions(service, "(ReleaseFeed)\\.follow").isEmpty()) {
            named.add("model-releases");
        }
        for (var accessor : Sources.mentions(service, "[tT]opics\\s*\\.([a-zA-Z]+)\\(\\)")) {
            nameOf(Topics.class.getMethod(accessor)).forEach(named::add);
        }

        assertThat(topics(service, AclResourcePatternType.LITERAL).keySet()).isEqualTo(named);
    }

    /** Kafka Streams puts the application id before the names of groups, transactions and topics of its own. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void ownWhatBeginsWithTheirApplicationId(String service) {
        var application = Sources.properties(service).getProperty("quarkus.kafka-streams.application-id");

        assertThat(topics(service, AclResourcePatternType.PREFIX))
                .isEqualTo(
                        Map.of(application + "-", EnumSet.of(CREATE, DELETE, DESCRIBE, DESCRIBECONFIGS, READ, WRITE)));
        assertThat(rules(service))
                .filteredOn(rule -> rule.getResource() instanceof AclRuleGroupResource)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(((AclRuleGroupResource) rule.getResource()).getName())
                            .isEqualTo(application);
                    assertThat(rule.getOperations()).containsExactlyInAnyOrder(DESCRIBE, READ);
                });
        assertThat(rules(service))
                .filteredOn(rule -> rule.getResource() instanceof AclRuleTransactionalIdResource)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(((AclRuleTransactionalIdResource) rule.getResource()).getName())
                            .isEqualTo(application);
                    assertThat(rule.getOperations()).containsExactlyInAnyOrder(DESCRIBE, WRITE);
                });
    }

    @Test
    void areTheServicesAndWhoScalesThem() {
        assertThat(manifests.names(KafkaUser.class))
                .containsExactlyInAnyOrder("ingest", "features", "inference", "explain", "trainer", "keda");
        assertThat(manifests.all(KafkaUser.class))
                .allSatisfy(user -> assertThat(user.getSpec().getAuthentication())
                        .isInstanceOf(KafkaUserTlsClientAuthentication.class));
    }

    @Test
    void letWhoScalesLookAndTouchNothing() {
        assertThat(rules("keda"))
                .allSatisfy(rule -> assertThat(rule.getOperations()).containsExactly(DESCRIBE));
    }

    private Map<String, Set<StrimziAclOperation>> topics(String user, AclResourcePatternType pattern) {
        var topics = new TreeMap<String, Set<StrimziAclOperation>>();
        for (var rule : rules(user)) {
            if (rule.getResource() instanceof AclRuleTopicResource topic && topic.getPatternType() == pattern) {
                topics.put(topic.getName(), EnumSet.copyOf(rule.getOperations()));
            }
        }
        return topics;
    }

    private List<AclRule> rules(String user) {
        return ((KafkaUserAuthorizationSimple)
                        manifests.one(KafkaUser.class, user).getSpec().getAuthorization())
                .getAcls();
    }

    private static Set<StrimziAclOperation> operations(Map<String, Set<StrimziAclOperation>> topics, String topic) {
        return topics.computeIfAbsent(topic, first -> EnumSet.of(DESCRIBE));
    }

    /** None where it is not a topic that is asked for, but the serde of a store. */
    private static Stream<String> nameOf(Method accessor) throws ReflectiveOperationException {
        var made = accessor.invoke(ServiceTopology.topics());
        return made instanceof Topic<?> topic ? Stream.of(topic.name()) : Stream.empty();
    }
}
