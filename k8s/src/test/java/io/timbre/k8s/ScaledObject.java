package io.timbre.k8s;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/**
 * KEDA's, as far as the manifests use it. No library for the JVM has KEDA's models, so these fields were written down from
 * its documentation: a field that KEDA has and this has not is refused all the same.
 *
 * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">the specification</a>
 */
@Group("keda.sh")
@Version("v1alpha1")
final class ScaledObject extends CustomResource<ScaledObject.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1;

    /** Has no {@code cooldownPeriod}: KEDA heeds it only where a service may go down to no replica, and none of ours may. */
    record Spec(
            Target scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(HorizontalPodAutoscalerBehavior behavior) {}

    record Target(String apiVersion, String kind, String name) {}

    /** @param metadata whose keys are the trigger's type's; {@link KafkaTrigger} is strict about them */
    record Trigger(String type, Map<String, String> metadata, Authentication authenticationRef) {}

    record Authentication(String name) {}

    /** @see <a href="https://keda.sh/docs/latest/scalers/apache-kafka/">the scaler</a> */
    record KafkaTrigger(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            int lagThreshold,
            String offsetResetPolicy,
            String tls) {}
}
