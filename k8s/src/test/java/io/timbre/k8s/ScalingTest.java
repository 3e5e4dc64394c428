package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.timbre.k8s.ScaledObject.KafkaTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
    private final Manifests base = Manifests.of("base");

    @ParameterizedTest
    @ValueSource(strings = {"features", "inference"})
    void followsTheLagOfTheServicesOwnGroup(String service) {
        var spec = base.one(ScaledObject.class, service).getSpec();
        var trigger = StrictYaml.read(spec.triggers().getFirst().metadata(), KafkaTrigger.class);

        assertThat(spec.triggers()).hasSize(1);
        assertThat(trigger.consumerGroup())
                .isEqualTo(Sources.properties(service).getProperty("quarkus.kafka-streams.application-id"));
        assertThat(ServiceTopology.of(service).reads()).containsExactly(trigger.topic());
        assertThat(trigger.bootstrapServers()).isEqualTo("timbre-kafka-bootstrap.timbre.svc:9093");
        assertThat(trigger.tls()).isEqualTo("enable");
    }

    /** A partition is read by one replica: one more than partitions would wait for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"features", "inference"})
    void endsWhereThereAreNoMorePartitions(String service) {
        var spec = base.one(ScaledObject.class, service).getSpec();
        var topic = ServiceTopology.of(service).reads().iterator().next();

        assertThat(spec.maxReplicaCount())
                .isEqualTo(base.one(KafkaTopic.class, topic).getSpec().getPartitions());
    }

    /** Each that goes moves partitions. */
    @ParameterizedTest
    @ValueSource(strings = {"features", "inference"})
    void goesDownSlowlyAndNeverToNone(String service) {
        var spec = base.one(ScaledObject.class, service).getSpec();
        var down = spec.advanced().horizontalPodAutoscalerConfig().behavior().getScaleDown();

        assertThat(spec.minReplicaCount()).isPositive();
        assertThat(down.getStabilizationWindowSeconds()).isEqualTo(600);
        assertThat(down.getPolicies()).singleElement().satisfies(policy -> {
            assertThat(policy.getType()).isEqualTo("Pods");
            assertThat(policy.getValue()).isEqualTo(1);
            assertThat(policy.getPeriodSeconds()).isEqualTo(120);
        });
    }

    /** A card may work off a minute of the most that the network brings it, before a second one is paid for. */
    @Test
    void paysForASecondCardLate() {
        var spec = Manifests.of("overlays/gpu")
                .one(ScaledObject.class, "inference")
                .getSpec();
        var trigger = StrictYaml.read(spec.triggers().getFirst().metadata(), KafkaTrigger.class);
        var brought = Sources.matches("k8s/README.md", "= ([0-9]+) tracks a second to a pod whatever its card")
                .findFirst()
                .orElseThrow();

        assertThat(trigger.lagThreshold()).isEqualTo(60 * Integer.parseInt(brought.group(1)));
        assertThat(spec.minReplicaCount()).isEqualTo(1);
        assertThat(spec.maxReplicaCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "inference"})
    void scalesWhatIsThereAndLeavesItsReplicasAlone(String service) {
        var target = base.one(ScaledObject.class, service).getSpec().scaleTargetRef();

        var replicas = target.kind().equals("Deployment")
                ? base.one(Deployment.class, target.name()).getSpec().getReplicas()
                : base.one(StatefulSet.class, target.name()).getSpec().getReplicas();
        assertThat(target.apiVersion()).isEqualTo("apps/v1");
        assertThat(replicas).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "inference"})
    void asksKafkaAsItsOwnUser(String service) {
        var trigger = base.one(ScaledObject.class, service).getSpec().triggers().getFirst();
        var authentication = base.one(
                TriggerAuthentication.class, trigger.authenticationRef().name());

        assertThat(authentication.getSpec().secretTargetRef())
                .extracting(TriggerAuthentication.Secret::parameter)
                .containsExactlyInAnyOrder("ca", "cert", "key");
        assertThat(authentication.getSpec().secretTargetRef())
                .extracting(TriggerAuthentication.Secret::name)
                .containsOnly(
                        "timbre-cluster-ca-cert",
                        base.one(KafkaUser.class, "keda").getMetadata().getName());
    }
}
