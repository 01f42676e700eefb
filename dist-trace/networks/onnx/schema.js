/**
 * The part of ONNX's messages that topology and weights need, by field number (onnx.proto of ONNX 1.17, the same since 1.4 for what is here).
 * What isn't named is skipped: documentation, metadata, training information, and the graphs of control flow, which are refused by their
 * operator's name.
 */
import { bytes, float, floats, int, ints, message, messages, messageType, name, names, runs } from "./wire.js";
const keyValue = { key: name(1), value: name(2) };
const tensor = {
    dims: ints(1),
    dataType: int(2),
    floatData: runs(4, 'fixed32'),
    int32Data: runs(5, 'varint'),
    int64Data: runs(7, 'varint'),
    name: name(8),
    rawData: bytes(9),
    doubleData: runs(10, 'fixed64'),
    uint64Data: runs(11, 'varint'),
    externalData: messages(13, messageType('StringStringEntryProto', keyValue)),
    /** 1: the data is in another file. */
    dataLocation: int(14),
};
const TENSOR = messageType('TensorProto', tensor);
const sparseTensor = { values: message(1, TENSOR), dims: ints(3) };
const SPARSE_TENSOR = messageType('SparseTensorProto', sparseTensor);
const attribute = {
    name: name(1),
    f: float(2),
    i: int(3),
    s: bytes(4),
    t: message(5, TENSOR),
    floats: floats(7),
    ints: ints(8),
    type: int(20),
    sparseTensor: message(22, SPARSE_TENSOR),
};
const node = {
    inputs: names(1),
    outputs: names(2),
    name: name(3),
    operator: name(4),
    attributes: messages(5, messageType('AttributeProto', attribute)),
    domain: name(7),
};
const dimension = { value: int(1), parameter: name(2) };
const shape = { dims: messages(1, messageType('TensorShapeProto.Dimension', dimension)) };
const tensorType = { elementType: int(1), shape: message(2, messageType('TensorShapeProto', shape)) };
const type = { tensorType: message(1, messageType('TypeProto.Tensor', tensorType)) };
const valueInfo = { name: name(1), type: message(2, messageType('TypeProto', type)) };
const VALUE_INFO = messageType('ValueInfoProto', valueInfo);
const graph = {
    nodes: messages(1, messageType('NodeProto', node)),
    initializers: messages(5, TENSOR),
    inputs: messages(11, VALUE_INFO),
    outputs: messages(12, VALUE_INFO),
    sparseInitializers: messages(15, SPARSE_TENSOR),
};
const operatorSet = { domain: name(1), version: int(2) };
const model = {
    operatorSets: messages(8, messageType('OperatorSetIdProto', operatorSet)),
    graph: message(7, messageType('GraphProto', graph)),
};
export const MODEL = messageType('ModelProto', model);
//# sourceMappingURL=schema.js.map