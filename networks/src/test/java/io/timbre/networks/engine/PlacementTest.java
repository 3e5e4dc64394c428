package io.timbre.networks.engine;

import static io.timbre.networks.engine.ComputeEngine.MXNET;
import static io.timbre.networks.engine.ComputeEngine.ONNXRUNTIME;
import static io.timbre.networks.engine.ComputeEngine.PYTORCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.Device;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    private static final Gpus ONE_GPU = engine -> Optional.empty();
    private static final Gpus NO_GPU = engine -> Optional.of("this build of it is for the CPU alone");

    @Test
    void autoTakesAGpuThatTheEngineDrives() {
        var placement = Placement.of(ONNXRUNTIME, "1.23.2", DeviceWish.AUTO, ONE_GPU);

        assertThat(placement.device()).isEqualTo(Device.gpu());
        assertThat(placement.deviceLabel()).isEqualTo("gpu");
        assertThat(placement.reason()).isEqualTo("on gpu by onnxruntime 1.23.2: timbre.device=auto, and it drives one");
    }

    @Test
    void autoTakesTheCpuElseAndSaysWhy() {
        var placement = Placement.of(MXNET, "1.9.0", DeviceWish.AUTO, NO_GPU);

        assertThat(placement.device()).isEqualTo(Device.cpu());
        assertThat(placement.deviceLabel()).isEqualTo("cpu");
        assertThat(placement.reason())
                .isEqualTo("on cpu by mxnet 1.9.0: timbre.device=auto, and it drives no GPU here:"
                        + " this build of it is for the CPU alone");
    }

    @Test
    void gpuTakesAGpu() {
        assertThat(Placement.of(PYTORCH, "2.5.1", DeviceWish.GPU, ONE_GPU).device())
                .isEqualTo(Device.gpu());
    }

    @Test
    void gpuFailsWhereThereIsNoneAndSaysWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placement.of(MXNET, "1.9.0", DeviceWish.GPU, NO_GPU))
                .withMessage("timbre.device=gpu, but mxnet 1.9.0 drives no GPU here: this build of it is for the CPU"
                        + " alone. Take an image variant with CUDA on a node that has a GPU, or set timbre.device to"
                        + " cpu or auto");
    }

    @Test
    void cpuAsksForNoGpu() {
        var placement = Placement.of(PYTORCH, "2.5.1", DeviceWish.CPU, engine -> {
            throw new AssertionError("nobody asked");
        });

        assertThat(placement.device()).isEqualTo(Device.cpu());
        assertThat(placement.reason()).isEqualTo("on cpu by pytorch 2.5.1: timbre.device=cpu");
    }

    @ParameterizedTest
    @EnumSource
    void theEnginesOfTheseTestsDriveNoGpuAndSaySo(ComputeEngine engine) {
        var placement = Placement.of(engine, DeviceWish.AUTO);

        assertThat(placement.device()).isEqualTo(Device.cpu());
        assertThat(placement.reason())
                .startsWith("on cpu by " + engine.label() + " ")
                .contains("this build of it is for the CPU alone");
    }

    @Test
    void onnxRuntimeGivesNoGradients() {
        assertThat(Placement.STANDARD.withGradients()).isSameAs(Placement.STANDARD);
        var answering = Placement.of(ONNXRUNTIME, DeviceWish.CPU);
        assertThatIllegalArgumentException()
                .isThrownBy(answering::withGradients)
                .withMessageStartingWith("timbre.engine=onnxruntime, which only answers");
    }
}
