#!/usr/bin/python3
"""Converts one of MediaPipe's TensorFlow Lite models, or a part of it, to ONNX for OpenCV 4.6.

usage: convert.py MODEL.tflite RESULT.onnx [INPUT OUTPUT...]

INPUT and OUTPUT are tensor numbers that cut a part out of the model. Tensors keep their number: 35 becomes "t35". Weights
of 16 bits are widened to 32 and the layout becomes channels first. An operator that is not known here is an error.
"""
import struct
import sys

import numpy as np
from flatbuffers.number_types import Int32Flags
from flatbuffers.table import Table
from onnx import TensorProto, helper, numpy_helper, save

CHANNELS_FIRST = (0, 3, 1, 2)
ADD, AVERAGE_POOL, CONCATENATION, CONV, DEPTHWISE, DEQUANTIZE = 0, 1, 2, 3, 4, 6
LOGISTIC, MAX_POOL, MUL, RELU, RESHAPE, RESIZE = 14, 17, 18, 19, 22, 23
CUSTOM, PAD, MEAN, PRELU, HARD_SWISH = 32, 34, 40, 54, 117
SAME_PADDING = 0
NUMPY_TYPES = {0: np.float32, 1: np.float16, 2: np.int32}


class Record:
    """A table of the file; its fields are counted as in TensorFlow's schema.fbs."""

    def __init__(self, data, position):
        self.table = Table(data, position)

    def offset(self, field):
        return self.table.Offset(4 + 2 * field)

    def number(self, field, kind="<i", default=0):
        at = self.offset(field)
        return struct.unpack_from(kind, self.table.Bytes, self.table.Pos + at)[0] if at else default

    def numbers(self, field):
        at = self.offset(field)
        return self.table.GetVectorAsNumpy(Int32Flags, at) if at else np.zeros(0, np.int32)

    def raw(self, field):
        at = self.offset(field)
        if not at:
            return b""
        start = self.table.Vector(at)
        return bytes(self.table.Bytes[start:start + self.table.VectorLen(at)])

    def record(self, field):
        return Record(self.table.Bytes, self.table.Indirect(self.table.Pos + self.offset(field)))

    def records(self, field):
        at = self.offset(field)
        start = self.table.Vector(at)
        return [Record(self.table.Bytes, self.table.Indirect(start + 4 * i)) for i in range(self.table.VectorLen(at))]


class Model:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = bytearray(file.read())
        root = Record(data, struct.unpack_from("<I", data)[0])
        graph = root.records(2)[0]
        self.tensors = graph.records(0)
        self.inputs = list(graph.numbers(1))
        self.outputs = list(graph.numbers(2))
        self.buffers = root.records(4)
        codes = [max(code.number(0, "<b"), code.number(3)) for code in root.records(1)]
        self.operators = [(codes[operator.number(0, "<I")], operator) for operator in graph.records(3)]
        self.widened = {operator.numbers(2)[0]: operator.numbers(1)[0]
                        for code, operator in self.operators if code == DEQUANTIZE}

    def shape(self, tensor):
        return [int(side) for side in self.tensors[tensor].numbers(0)]

    def constant(self, tensor):
        tensor = self.widened.get(tensor, tensor)
        record = self.tensors[tensor]
        kind = NUMPY_TYPES[record.number(1, "<b")]
        values = np.frombuffer(self.buffers[record.number(2, "<I")].raw(0), kind).reshape(self.shape(tensor))
        return values.astype(np.float32) if kind == np.float16 else values

    def operators_for(self, inputs, outputs):
        """Those that lie between the inputs and the outputs, in their order."""
        wanted, chosen = set(outputs), []
        for code, operator in reversed(self.operators):
            if code != DEQUANTIZE and wanted & set(operator.numbers(2)):
                wanted |= set(operator.numbers(1)) - set(inputs)
                chosen.insert(0, (code, operator))
        return chosen


class Converter:
    def __init__(self, model):
        self.model = model
        self.nodes = []
        self.constants = []

    def constant(self, values):
        name = f"c{len(self.constants) + 1}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"n{len(self.nodes)}", **attributes))

    def window(self, tensor_in, tensor_out, kernel, strides, padding):
        pads = [0, 0, 0, 0]
        if padding == SAME_PADDING:
            sides_in, sides_out = self.model.shape(tensor_in)[1:3], self.model.shape(tensor_out)[1:3]
            total = [max((o - 1) * s + k - i, 0) for i, o, s, k in zip(sides_in, sides_out, strides, kernel)]
            pads = [t // 2 for t in total] + [t - t // 2 for t in total]
        return {"kernel_shape": list(kernel), "strides": list(strides), "pads": pads}

    def convolution(self, x, y, weights, bias, options, depthwise):
        order = (3, 0, 1, 2) if depthwise else (0, 3, 1, 2)
        weights = self.model.constant(weights).transpose(order)
        window = self.window(x, y, weights.shape[2:], (options.number(2), options.number(1)), options.number(0, "<b"))
        self.refuse_activation(options.number(4 if depthwise else 3, "<b"))
        self.node("Conv", [f"t{x}", self.constant(weights), self.constant(self.model.constant(bias))], f"t{y}",
                  group=weights.shape[0] if depthwise else 1, dilations=[1, 1], **window)

    def pool(self, x, y, options):
        kernel = (options.number(4), options.number(3))
        window = self.window(x, y, kernel, (options.number(2), options.number(1)), options.number(0, "<b"))
        self.node("MaxPool", [f"t{x}"], f"t{y}", **window)

    def hard_swish(self, x, y):
        stem = f"t{x}_hs{len(self.nodes)}"
        scalar = lambda value: self.constant(np.full((1, 1, 1, 1), value, np.float32))
        self.node("Add", [f"t{x}", scalar(3)], stem + "a")
        self.node("Clip", [stem + "a"], stem + "b", min=0.0, max=6.0)
        self.node("Mul", [stem + "b", scalar(1 / 6)], stem + "c")
        self.node("Mul", [f"t{x}", stem + "c"], f"t{y}")

    def pad(self, x, y, amounts):
        amounts = self.model.constant(amounts)[list(CHANNELS_FIRST)]
        pads = self.constant(np.concatenate([amounts[:, 0], amounts[:, 1]]).astype(np.int64))
        self.node("Pad", [f"t{x}", pads, self.constant(np.zeros(1, np.float32))], f"t{y}")

    def reshape(self, x, y):
        last = f"t{x}_nhwc{len(self.nodes)}"
        self.node("Transpose", [f"t{x}"], last, perm=[0, 2, 3, 1])
        self.node("Reshape", [last, self.constant(np.array(self.model.shape(y), np.int64))], f"t{y}")

    def resize(self, x, y, options):
        mode = "half_pixel" if options.number(3, "<b") else "asymmetric"
        shape = np.array(self.channels_first(y), np.int64)
        self.node("Resize", [f"t{x}", "", "", self.constant(shape)], f"t{y}", mode="linear",
                  coordinate_transformation_mode=mode)

    def transposed_convolution(self, x, y, weights, bias, options):
        _, across, down = struct.unpack_from("<3i", options)
        weights = self.model.constant(weights).transpose(3, 0, 1, 2)
        self.node("ConvTranspose", [f"t{x}", self.constant(weights), self.constant(self.model.constant(bias))], f"t{y}",
                  kernel_shape=list(weights.shape[2:]), strides=[down, across], pads=[0, 0, 0, 0])

    def convert(self, code, operator):
        inputs, y = list(operator.numbers(1)), operator.numbers(2)[0]
        x, names = inputs[0], [f"t{tensor}" for tensor in inputs]
        options = operator.record(4) if operator.offset(4) else None
        if code in (CONV, DEPTHWISE):
            self.convolution(x, y, inputs[1], inputs[2], options, code == DEPTHWISE)
        elif code in (ADD, MUL):
            self.refuse_activation(options.number(0, "<b") if options else 0)
            self.node("Add" if code == ADD else "Mul", names, f"t{y}")
        elif code == PRELU:
            slope = self.model.constant(inputs[1]).reshape(-1, 1, 1)
            self.node("PRelu", [names[0], self.constant(slope)], f"t{y}")
        elif code in (RELU, LOGISTIC):
            self.node("Relu" if code == RELU else "Sigmoid", names, f"t{y}")
        elif code == MAX_POOL:
            self.pool(x, y, options)
        elif code in (AVERAGE_POOL, MEAN) and self.model.shape(y)[1:3] == [1, 1]:
            self.node("GlobalAveragePool", [names[0]], f"t{y}")
        elif code == HARD_SWISH:
            self.hard_swish(x, y)
        elif code == PAD:
            self.pad(x, y, inputs[1])
        elif code == RESHAPE:
            self.reshape(x, y)
        elif code == RESIZE:
            self.resize(x, y, options)
        elif code == CONCATENATION and len(self.model.shape(y)) == 3:
            self.node("Concat", names, f"t{y}", axis=options.number(0))
        elif code == CUSTOM and len(inputs) == 3:
            self.transposed_convolution(x, y, inputs[1], inputs[2], operator.raw(5))
        else:
            sys.exit(f"operator {code} for tensor {y} is not known here")

    @staticmethod
    def refuse_activation(activation):
        if activation:
            sys.exit(f"fused activation {activation} is not known here")

    def channels_first(self, tensor):
        shape = self.model.shape(tensor)
        return [shape[axis] for axis in CHANNELS_FIRST] if len(shape) == 4 else shape

    def described(self, tensor):
        return helper.make_tensor_value_info(f"t{tensor}", TensorProto.FLOAT, self.channels_first(tensor))

    def result(self, inputs, outputs):
        for code, operator in self.model.operators_for(inputs, outputs):
            self.convert(code, operator)
        graph = helper.make_graph(self.nodes, "g", [self.described(tensor) for tensor in inputs],
                                  [self.described(tensor) for tensor in outputs], self.constants)
        result = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)])
        result.ir_version = 6
        return result


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    model = Model(sys.argv[1])
    part = [int(tensor) for tensor in sys.argv[3:]]
    save(Converter(model).result(part[:1] or model.inputs, part[1:] or model.outputs), sys.argv[2])


main()
