package io.timbre.trainer.fit;

/** What is made small, and with it how logits become posteriors. Each is a mean over the batch's targets by their weights, nats. */
public enum Loss {
    /** One class out of many: softmax and cross-entropy. One logit stands for two classes, and then it is the sigmoid's. */
    SOFTMAX_CROSS_ENTROPY,
    /**
     * The same with softmax applied twice, as Van Mieghem's program does by mistake: its last layer is a softmax, and its loss
     * takes what comes of that for logits. The posteriors of K classes then lie within a factor of e of each other, so that
     * no answer costs less than ln(1 + (K - 1) / e) nats, 1.04 for six classes, and gradients are small. The class of the
     * largest posterior is the same.
     */
    DOUBLE_SOFTMAX_CROSS_ENTROPY,
    /** Each class by itself: sigmoid and binary cross-entropy, weights hiding what nobody knows. */
    SIGMOID_CROSS_ENTROPY,
    /**
     * One logit for two classes through a ReLU and the binary cross-entropy of Keras, which keeps 1e-7 away from 0 and 1
     * and adds 1e-7 more before the logarithm: what Stephen's first iteration did. A wrong answer costs at most 15.42 nats,
     * and a unit that is dead stays dead.
     */
    RELU_CROSS_ENTROPY
}
