package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.timbre.schemas.SharedRocksDbMemory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest says of a service is what the service is. */
class ServicesTest {
    private static final String VERSION = "0.1.0";

    /** Read by who is neither Quarkus nor Kafka: the JVM, DJL, OpenMP, the AWS SDK, and other variables here. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "JAVA_TOOL_OPTIONS",
            "DJL_CACHE_DIR",
            "DJL_OFFLINE",
            "OMP_WAIT_POLICY",
            "OMP_NUM_THREADS",
            "AWS_REGION",
            "POD_NAME");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void areTheModulesOfTheServices(String kustomization) {
        var manifests = Manifests.of(kustomization);

        assertThat(manifests.services().keySet()).containsExactlyInAnyOrderElementsOf(Sources.SERVICES);
        manifests
                .services()
                .forEach((service, pod) -> assertThat(Manifests.container(pod).getImage())
                        .startsWith("timbre/" + service + ":" + VERSION));
        assertThat(Sources.read("pom.xml")).contains("<version>" + VERSION + "</version>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void areSetByWhatTheCodeKnows(String kustomization) {
        var manifests = Manifests.of(kustomization);
        manifests
                .services()
                .forEach(
                        (service, pod) -> assertThat(environment(manifests, pod).keySet())
                                .filteredOn(variable -> !NO_SETTINGS.contains(variable))
                                .as(service)
                                .isSubsetOf(Settings.variables(service)));
    }

    /** Those that Kafka Streams passes on have no variable of their own unless the code names them. */
    @Test
    void giveKafkaStreamsSettingsThatItKnows() {
        var given = Manifests.of("base").services().values().stream()
                .flatMap(pod -> Stream.of(option(pod).split(" ")))
                .filter(option -> option.startsWith("-Dkafka-streams."))
                .map(option -> option.substring("-Dkafka-streams.".length(), option.indexOf('=')))
                .collect(Collectors.toSet());

        var known = new TreeSet<>(StreamsConfig.configDef().names());
        ConsumerConfig.configNames().forEach(name -> known.add(StreamsConfig.MAIN_CONSUMER_PREFIX + name));
        assertThat(given).isNotEmpty().isSubsetOf(known);
    }

    /** A replica that scaling takes away does not come back, and a static member's partitions wait for it. */
    @Test
    void areStaticMembersWhereThereIsOneReplica() {
        var option = "-Dkafka-streams." + StreamsConfig.MAIN_CONSUMER_PREFIX + ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
        var base = Manifests.of("base");

        assertThat(base.services().entrySet())
                .filteredOn(pod -> option(pod.getValue()).contains(option))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("ingest", "explain", "trainer");
        assertThat(option(base.services().get("features"))).contains(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG + "=1");
    }

    /** OpenMP takes as many threads as the machine has cores, whatever the pod's limit. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void computeInOneThreadWhereTheyHaveANetwork(String kustomization) {
        var manifests = Manifests.of(kustomization);

        assertThat(Stream.of("inference", "explain", "trainer"))
                .allSatisfy(service -> assertThat(
                                environment(manifests, manifests.services().get(service)))
                        .containsEntry("OMP_NUM_THREADS", "1"));
    }

    /** Else the second card that a rollout would want has to be there. */
    @Test
    void giveTheirCardBackBeforeTheyAreReplaced() {
        var rollout = Manifests.of("overlays/gpu")
                .one(Deployment.class, "inference")
                .getSpec()
                .getStrategy()
                .getRollingUpdate();

        assertThat(rollout.getMaxSurge().getIntVal()).isZero();
        assertThat(rollout.getMaxUnavailable().getIntVal()).isEqualTo(1);
    }

    /** On the root file system, which is read-only, nothing below the working directory can be kept. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void keepNothingBelowTheWorkingDirectory(String kustomization) {
        var manifests = Manifests.of(kustomization);
        manifests.services().forEach((service, pod) -> {
            var local = Settings.withDefault(service, ".timbre/");
            assertThat(local).as(service).contains("TIMBRE_OBJECT_STORE", "KAFKA_STREAMS_STATE_DIR");
            assertThat(environment(manifests, pod)).as(service).containsKeys(local.toArray(String[]::new));
        });
        assertThat(Settings.withDefault("trainer", ".timbre/")).contains("TIMBRE_TRAINER_STATE");
    }

    /** What was measured is what `./timbre up` runs. */
    @Test
    void haveTheHeapThatTheLauncherGivesThem() {
        var launched = Sources.matches(
                        "cli/src/main/java/io/timbre/cli/Service.java", "([A-Z]+)\\([^)]*\"(-Xmx[0-9]+m)\"")
                .collect(Collectors.toMap(line -> line.group(1).toLowerCase(Locale.ROOT), line -> line.group(2)));

        var declared = new TreeMap<String, String>();
        Manifests.of("base")
                .services()
                .forEach((service, pod) -> declared.put(service, option(pod).split(" ")[0]));
        assertThat(declared).containsExactlyInAnyOrderEntriesOf(launched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void listenWhereTheyAreLookedFor(String kustomization) {
        var manifests = Manifests.of(kustomization);
        var port = Integer.valueOf(settings(manifests).get("QUARKUS_HTTP_PORT"));

        manifests.services().forEach((service, pod) -> {
            var container = Manifests.container(pod);
            assertThat(container.getPorts()).singleElement().satisfies(declared -> {
                assertThat(declared.getName()).isEqualTo("http");
                assertThat(declared.getContainerPort()).isEqualTo(port);
            });
            var probes =
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
            // Kafka Streams is alive once it runs: a start ends there, not where the web server answers.
            assertThat(probes)
                    .extracting(Probe::getHttpGet)
                    .extracting("path")
                    .containsExactly("/q/health/live", "/q/health/live", "/q/health/ready");
            assertThat(probes).extracting(Probe::getTimeoutSeconds).containsOnly(5);
            assertThat(Sources.read(service + "/pom.xml"))
                    .contains("quarkus-smallrye-health", "quarkus-micrometer-registry-prometheus");
        });
        assertThat(manifests.names(Service.class)).containsAll(Sources.SERVICES);
        assertThat(manifests.all(Service.class))
                .allSatisfy(service -> assertThat(service.getSpec().getSelector())
                        .containsEntry(Manifests.NAME, service.getMetadata().getName()));
    }

    /** Kubernetes refuses what does not select its own pods. */
    @Test
    void selectTheirOwnPods() {
        var base = Manifests.of("base");

        assertThat(base.all(Deployment.class))
                .allSatisfy(owner -> assertThat(
                                owner.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(owner.getSpec().getSelector().getMatchLabels()));
        assertThat(base.all(StatefulSet.class))
                .allSatisfy(owner -> assertThat(
                                owner.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(owner.getSpec().getSelector().getMatchLabels()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void runWithAsLittleAsTheyNeed(String kustomization) {
        Manifests.of(kustomization).pods().forEach((name, pod) -> {
            var container = Manifests.container(pod);
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot())
                    .as(name)
                    .isTrue();
            assertThat(pod.getSpec().getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).as(name).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void findWhatTheyReferTo(String kustomization) {
        var manifests = Manifests.of(kustomization);
        var secrets = new TreeSet<>(manifests.names(KafkaUser.class));
        // Strimzi's, by the name of the cluster, and the one that README.md tells how to make.
        manifests.names(Kafka.class).forEach(cluster -> secrets.add(cluster + "-cluster-ca-cert"));
        secrets.add("object-store");

        manifests.pods().values().forEach(pod -> {
            var container = Manifests.container(pod);
            assertThat(secretsOf(pod)).isSubsetOf(secrets);
            assertThat(container.getEnvFrom())
                    .extracting(EnvFromSource::getConfigMapRef)
                    .filteredOn(Objects::nonNull)
                    .extracting(ConfigMapEnvSource::getName)
                    .isSubsetOf(manifests.names(ConfigMap.class));
            assertThat(pod.getSpec().getVolumes())
                    .filteredOn(volume -> volume.getPersistentVolumeClaim() != null)
                    .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
                    .isSubsetOf(manifests.names(PersistentVolumeClaim.class));
        });
        assertThat(manifests.all(StatefulSet.class))
                .extracting(set -> set.getSpec().getServiceName())
                .isSubsetOf(manifests.names(Service.class));
        var cluster = manifests.names(Kafka.class).getFirst();
        var listener = manifests
                .one(Kafka.class, cluster)
                .getSpec()
                .getKafka()
                .getListeners()
                .getFirst();
        assertThat(settings(manifests))
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", cluster + "-kafka-bootstrap:" + listener.getPort())
                .containsEntry("SCHEMA_REGISTRY_URL", "http://schema-registry:8080/apis/ccompat/v7");
    }

    /** A volume that no container mounts, or a mount without a volume, is refused by the cluster only. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void mountTheVolumesThatTheyHave(String kustomization) {
        var manifests = Manifests.of(kustomization);
        manifests.pods().forEach((name, pod) -> {
            var volumes = pod.getSpec().getVolumes().stream()
                    .map(volume -> volume.getName())
                    .collect(Collectors.toCollection(TreeSet::new));
            manifests
                    .all(StatefulSet.class)
                    .filter(set -> set.getMetadata().getName().equals(name))
                    .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                    .forEach(claim -> volumes.add(claim.getMetadata().getName()));
            assertThat(Manifests.container(pod).getVolumeMounts())
                    .extracting(mount -> mount.getName())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(volumes);
        });
    }

    /** Uploads come as they like, and a pod that fills its scratch folder is evicted. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void takeUploadsOnAVolumeOfTheirOwn(String kustomization) {
        var ingest = Manifests.of(kustomization).services().get("ingest");
        var folder = "/tmp/timbre-objects";

        var name = Manifests.container(ingest).getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(folder))
                .findFirst()
                .orElseThrow()
                .getName();
        assertThat(ingest.getSpec().getVolumes())
                .filteredOn(volume -> volume.getName().equals(name))
                .singleElement()
                .satisfies(volume -> assertThat(volume.getEphemeral()).isNotNull());
        assertThat(Sources.read("schemas/src/main/java/io/timbre/schemas/StoreLocation.java"))
                .contains("java.io.tmpdir", "\"timbre-objects\"");
    }

    /** Who has a store keeps it on a volume of its own; who has none is any replica. */
    @Test
    void keepTheirStoresWhenTheyHaveAny() {
        var base = Manifests.of("base");

        assertThat(base.names(Deployment.class)).containsExactly("inference");
        assertThat(base.names(StatefulSet.class))
                .containsExactlyInAnyOrder("ingest", "features", "explain", "trainer", "schema-registry");
        assertThat(ServiceTopology.INFERENCE.hasStores()).isFalse();
        assertThat(Stream.of("ingest", "features", "explain", "trainer").map(ServiceTopology::of))
                .allMatch(ServiceTopology::hasStores);
    }

    /** A store takes up to 98 MiB by default, and one replica may have all twelve partitions of each of its stores. */
    @Test
    void haveStoresThatShareTheMemoryThereIs() {
        assertThat(Sources.SERVICES)
                .filteredOn(service -> ServiceTopology.of(service).hasStores())
                .allSatisfy(service -> assertThat(
                                Sources.properties(service).getProperty("kafka-streams.rocksdb.config.setter"))
                        .isEqualTo(SharedRocksDbMemory.class.getName()));
    }

    /** Their code answers from what their own partitions hold, or decides in one order. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void areOneWhereMoreWouldBeWrong(String kustomization) {
        var manifests = Manifests.of(kustomization);

        assertThat(Stream.of("ingest", "explain", "trainer"))
                .allSatisfy(name -> assertThat(
                                manifests.one(StatefulSet.class, name).getSpec().getReplicas())
                        .isEqualTo(1));
        assertThat(manifests.names(ScaledObject.class)).doesNotContain("ingest", "explain", "trainer");
    }

    @Test
    void areDisturbedOneAtATime() {
        var base = Manifests.of("base");

        assertThat(base.names(PodDisruptionBudget.class))
                .containsExactlyInAnyOrderElementsOf(base.pods().keySet());
        assertThat(base.all(PodDisruptionBudget.class)).allSatisfy(budget -> {
            assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
            assertThat(budget.getSpec().getSelector().getMatchLabels())
                    .containsEntry(Manifests.NAME, budget.getMetadata().getName());
        });
    }

    /** Except for two kinds of paths, of which ingress.yaml tells. */
    @Test
    void areReachedByThePathsOfTheGateway() {
        var routes = new TreeMap<String, String>();
        Sources.matches("cli/src/main/java/io/timbre/cli/Route.java", "case (\"[^;]*\") -> Service\\.([A-Z]+);")
                .forEach(line -> Stream.of(line.group(1).split(", "))
                        .forEach(path -> routes.put(
                                "/api/" + path.replace("\"", ""), line.group(2).toLowerCase(Locale.ROOT))));
        routes.put("/", "ingest");

        assertThat(routes).hasSizeGreaterThan(4);
        assertThat(Manifests.of("base").one(Ingress.class, "timbre").getSpec().getRules())
                .singleElement()
                .extracting(rule -> rule.getHttp().getPaths().stream()
                        .collect(Collectors.toMap(
                                HTTPIngressPath::getPath,
                                path -> path.getBackend().getService().getName())))
                .isEqualTo(routes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void mayTalkToNobodyUnlessItIsSaid(String kustomization) {
        var manifests = Manifests.of(kustomization);
        var nothing = manifests.one(NetworkPolicy.class, "nothing").getSpec();

        assertThat(nothing.getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(nothing.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getIngress()).isNullOrEmpty();
        assertThat(nothing.getEgress()).isNullOrEmpty();
        assertThat(manifests.all(NetworkPolicy.class))
                .filteredOn(policy -> !Set.of("nothing", "names", "kafka")
                        .contains(policy.getMetadata().getName()))
                .allSatisfy(policy -> assertThat(selected(manifests, policy)).isNotEmpty());
        assertThat(selected(manifests, manifests.one(NetworkPolicy.class, "people")))
                .containsExactlyInAnyOrder("ingest", "explain", "trainer");
    }

    @Test
    void haveTheRegistryThatTheLauncherStarts() {
        var registry = Manifests.of("base").pods().get("schema-registry");
        var launched = Sources.read("embedded/src/main/java/io/timbre/embedded/RegistryServer.java");

        assertThat(Manifests.container(registry).getImage())
                .isEqualTo("quay.io/apicurio/apicurio-registry:" + version("apicurio"));
        assertThat(Manifests.container(registry).getEnv())
                .allSatisfy(variable -> assertThat(launched)
                        .contains("-D"
                                + variable.getName().toLowerCase(Locale.ROOT).replace('_', '.') + "="));
    }

    private static String version(String of) {
        return Sources.matches("pom.xml", "<" + of + "\\.version>([^<]+)<")
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static Set<String> selected(Manifests manifests, NetworkPolicy policy) {
        var selector = policy.getSpec().getPodSelector();
        return manifests.pods().entrySet().stream()
                .filter(pod -> {
                    var labels = pod.getValue().getMetadata().getLabels();
                    return labels.entrySet()
                                    .containsAll(selector.getMatchLabels().entrySet())
                            && selector.getMatchExpressions().stream()
                                    .allMatch(expression -> expression
                                                    .getOperator()
                                                    .equals("In")
                                            && expression.getValues().contains(labels.get(expression.getKey())));
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> environment(Manifests manifests, PodTemplateSpec pod) {
        var environment = new TreeMap<>(settings(manifests));
        for (var variable : Manifests.container(pod).getEnv()) {
            environment.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), ""));
        }
        return environment;
    }

    /** The ConfigMap's name ends in a hash of what it says. */
    private static Map<String, String> settings(Manifests manifests) {
        return manifests
                .all(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().matches("timbre-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static String option(PodTemplateSpec pod) {
        return Manifests.container(pod).getEnv().stream()
                .filter(variable -> variable.getName().equals("JAVA_TOOL_OPTIONS"))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> secretsOf(PodTemplateSpec pod) {
        var container = Manifests.container(pod);
        var volumes = pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .map(volume -> volume.getSecret().getSecretName());
        var variables = container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .filter(variable -> variable.getValueFrom().getSecretKeyRef() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName());
        var all = container.getEnvFrom().stream()
                .filter(from -> from.getSecretRef() != null)
                .map(from -> from.getSecretRef().getName());
        return Stream.of(volumes, variables, all).flatMap(names -> names).toList();
    }
}
