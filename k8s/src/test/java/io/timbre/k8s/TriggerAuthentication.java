package io.timbre.k8s;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/**
 * KEDA's, as far as the manifests use it; see {@link ScaledObject}.
 *
 * @see <a href="https://keda.sh/docs/latest/concepts/authentication/">the specification</a>
 */
@Group("keda.sh")
@Version("v1alpha1")
final class TriggerAuthentication extends CustomResource<TriggerAuthentication.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1;

    record Spec(List<Secret> secretTargetRef) {}

    record Secret(String parameter, String name, String key) {}
}
