/**
 * The part of ONNX's messages that topology and weights need, by field number (onnx.proto of ONNX 1.17, the same since 1.4 for what is here).
 * What isn't named is skipped: documentation, metadata, training information, and the graphs of control flow, which are refused by their
 * operator's name.
 */
import { type Decoded } from './wire.ts';
declare const tensor: {
    dims: import("./wire.ts").Field<number, true>;
    dataType: import("./wire.ts").Field<number, false>;
    floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
    int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
    int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
    name: import("./wire.ts").Field<string, false>;
    rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
    doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
    uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
    externalData: import("./wire.ts").Field<Decoded<{
        key: import("./wire.ts").Field<string, false>;
        value: import("./wire.ts").Field<string, false>;
    }>, true>;
    /** 1: the data is in another file. */
    dataLocation: import("./wire.ts").Field<number, false>;
};
export type TensorProto = Decoded<typeof tensor>;
declare const attribute: {
    name: import("./wire.ts").Field<string, false>;
    f: import("./wire.ts").Field<number, false>;
    i: import("./wire.ts").Field<number, false>;
    s: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
    t: import("./wire.ts").Field<Decoded<{
        dims: import("./wire.ts").Field<number, true>;
        dataType: import("./wire.ts").Field<number, false>;
        floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        name: import("./wire.ts").Field<string, false>;
        rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
        doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        externalData: import("./wire.ts").Field<Decoded<{
            key: import("./wire.ts").Field<string, false>;
            value: import("./wire.ts").Field<string, false>;
        }>, true>;
        /** 1: the data is in another file. */
        dataLocation: import("./wire.ts").Field<number, false>;
    }>, false>;
    floats: import("./wire.ts").Field<number, true>;
    ints: import("./wire.ts").Field<number, true>;
    type: import("./wire.ts").Field<number, false>;
    sparseTensor: import("./wire.ts").Field<Decoded<{
        values: import("./wire.ts").Field<Decoded<{
            dims: import("./wire.ts").Field<number, true>;
            dataType: import("./wire.ts").Field<number, false>;
            floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            name: import("./wire.ts").Field<string, false>;
            rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            externalData: import("./wire.ts").Field<Decoded<{
                key: import("./wire.ts").Field<string, false>;
                value: import("./wire.ts").Field<string, false>;
            }>, true>;
            /** 1: the data is in another file. */
            dataLocation: import("./wire.ts").Field<number, false>;
        }>, false>;
        dims: import("./wire.ts").Field<number, true>;
    }>, false>;
};
export type AttributeProto = Decoded<typeof attribute>;
declare const node: {
    inputs: import("./wire.ts").Field<string, true>;
    outputs: import("./wire.ts").Field<string, true>;
    name: import("./wire.ts").Field<string, false>;
    operator: import("./wire.ts").Field<string, false>;
    attributes: import("./wire.ts").Field<Decoded<{
        name: import("./wire.ts").Field<string, false>;
        f: import("./wire.ts").Field<number, false>;
        i: import("./wire.ts").Field<number, false>;
        s: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
        t: import("./wire.ts").Field<Decoded<{
            dims: import("./wire.ts").Field<number, true>;
            dataType: import("./wire.ts").Field<number, false>;
            floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            name: import("./wire.ts").Field<string, false>;
            rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            externalData: import("./wire.ts").Field<Decoded<{
                key: import("./wire.ts").Field<string, false>;
                value: import("./wire.ts").Field<string, false>;
            }>, true>;
            /** 1: the data is in another file. */
            dataLocation: import("./wire.ts").Field<number, false>;
        }>, false>;
        floats: import("./wire.ts").Field<number, true>;
        ints: import("./wire.ts").Field<number, true>;
        type: import("./wire.ts").Field<number, false>;
        sparseTensor: import("./wire.ts").Field<Decoded<{
            values: import("./wire.ts").Field<Decoded<{
                dims: import("./wire.ts").Field<number, true>;
                dataType: import("./wire.ts").Field<number, false>;
                floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                name: import("./wire.ts").Field<string, false>;
                rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                externalData: import("./wire.ts").Field<Decoded<{
                    key: import("./wire.ts").Field<string, false>;
                    value: import("./wire.ts").Field<string, false>;
                }>, true>;
                /** 1: the data is in another file. */
                dataLocation: import("./wire.ts").Field<number, false>;
            }>, false>;
            dims: import("./wire.ts").Field<number, true>;
        }>, false>;
    }>, true>;
    domain: import("./wire.ts").Field<string, false>;
};
export type NodeProto = Decoded<typeof node>;
declare const graph: {
    nodes: import("./wire.ts").Field<Decoded<{
        inputs: import("./wire.ts").Field<string, true>;
        outputs: import("./wire.ts").Field<string, true>;
        name: import("./wire.ts").Field<string, false>;
        operator: import("./wire.ts").Field<string, false>;
        attributes: import("./wire.ts").Field<Decoded<{
            name: import("./wire.ts").Field<string, false>;
            f: import("./wire.ts").Field<number, false>;
            i: import("./wire.ts").Field<number, false>;
            s: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            t: import("./wire.ts").Field<Decoded<{
                dims: import("./wire.ts").Field<number, true>;
                dataType: import("./wire.ts").Field<number, false>;
                floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                name: import("./wire.ts").Field<string, false>;
                rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                externalData: import("./wire.ts").Field<Decoded<{
                    key: import("./wire.ts").Field<string, false>;
                    value: import("./wire.ts").Field<string, false>;
                }>, true>;
                /** 1: the data is in another file. */
                dataLocation: import("./wire.ts").Field<number, false>;
            }>, false>;
            floats: import("./wire.ts").Field<number, true>;
            ints: import("./wire.ts").Field<number, true>;
            type: import("./wire.ts").Field<number, false>;
            sparseTensor: import("./wire.ts").Field<Decoded<{
                values: import("./wire.ts").Field<Decoded<{
                    dims: import("./wire.ts").Field<number, true>;
                    dataType: import("./wire.ts").Field<number, false>;
                    floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    name: import("./wire.ts").Field<string, false>;
                    rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                    doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    externalData: import("./wire.ts").Field<Decoded<{
                        key: import("./wire.ts").Field<string, false>;
                        value: import("./wire.ts").Field<string, false>;
                    }>, true>;
                    /** 1: the data is in another file. */
                    dataLocation: import("./wire.ts").Field<number, false>;
                }>, false>;
                dims: import("./wire.ts").Field<number, true>;
            }>, false>;
        }>, true>;
        domain: import("./wire.ts").Field<string, false>;
    }>, true>;
    initializers: import("./wire.ts").Field<Decoded<{
        dims: import("./wire.ts").Field<number, true>;
        dataType: import("./wire.ts").Field<number, false>;
        floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        name: import("./wire.ts").Field<string, false>;
        rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
        doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
        externalData: import("./wire.ts").Field<Decoded<{
            key: import("./wire.ts").Field<string, false>;
            value: import("./wire.ts").Field<string, false>;
        }>, true>;
        /** 1: the data is in another file. */
        dataLocation: import("./wire.ts").Field<number, false>;
    }>, true>;
    inputs: import("./wire.ts").Field<Decoded<{
        name: import("./wire.ts").Field<string, false>;
        type: import("./wire.ts").Field<Decoded<{
            tensorType: import("./wire.ts").Field<Decoded<{
                elementType: import("./wire.ts").Field<number, false>;
                shape: import("./wire.ts").Field<Decoded<{
                    dims: import("./wire.ts").Field<Decoded<{
                        value: import("./wire.ts").Field<number, false>;
                        parameter: import("./wire.ts").Field<string, false>;
                    }>, true>;
                }>, false>;
            }>, false>;
        }>, false>;
    }>, true>;
    outputs: import("./wire.ts").Field<Decoded<{
        name: import("./wire.ts").Field<string, false>;
        type: import("./wire.ts").Field<Decoded<{
            tensorType: import("./wire.ts").Field<Decoded<{
                elementType: import("./wire.ts").Field<number, false>;
                shape: import("./wire.ts").Field<Decoded<{
                    dims: import("./wire.ts").Field<Decoded<{
                        value: import("./wire.ts").Field<number, false>;
                        parameter: import("./wire.ts").Field<string, false>;
                    }>, true>;
                }>, false>;
            }>, false>;
        }>, false>;
    }>, true>;
    sparseInitializers: import("./wire.ts").Field<Decoded<{
        values: import("./wire.ts").Field<Decoded<{
            dims: import("./wire.ts").Field<number, true>;
            dataType: import("./wire.ts").Field<number, false>;
            floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            name: import("./wire.ts").Field<string, false>;
            rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            externalData: import("./wire.ts").Field<Decoded<{
                key: import("./wire.ts").Field<string, false>;
                value: import("./wire.ts").Field<string, false>;
            }>, true>;
            /** 1: the data is in another file. */
            dataLocation: import("./wire.ts").Field<number, false>;
        }>, false>;
        dims: import("./wire.ts").Field<number, true>;
    }>, true>;
};
export type GraphProto = Decoded<typeof graph>;
declare const model: {
    operatorSets: import("./wire.ts").Field<Decoded<{
        domain: import("./wire.ts").Field<string, false>;
        version: import("./wire.ts").Field<number, false>;
    }>, true>;
    graph: import("./wire.ts").Field<Decoded<{
        nodes: import("./wire.ts").Field<Decoded<{
            inputs: import("./wire.ts").Field<string, true>;
            outputs: import("./wire.ts").Field<string, true>;
            name: import("./wire.ts").Field<string, false>;
            operator: import("./wire.ts").Field<string, false>;
            attributes: import("./wire.ts").Field<Decoded<{
                name: import("./wire.ts").Field<string, false>;
                f: import("./wire.ts").Field<number, false>;
                i: import("./wire.ts").Field<number, false>;
                s: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                t: import("./wire.ts").Field<Decoded<{
                    dims: import("./wire.ts").Field<number, true>;
                    dataType: import("./wire.ts").Field<number, false>;
                    floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    name: import("./wire.ts").Field<string, false>;
                    rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                    doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    externalData: import("./wire.ts").Field<Decoded<{
                        key: import("./wire.ts").Field<string, false>;
                        value: import("./wire.ts").Field<string, false>;
                    }>, true>;
                    /** 1: the data is in another file. */
                    dataLocation: import("./wire.ts").Field<number, false>;
                }>, false>;
                floats: import("./wire.ts").Field<number, true>;
                ints: import("./wire.ts").Field<number, true>;
                type: import("./wire.ts").Field<number, false>;
                sparseTensor: import("./wire.ts").Field<Decoded<{
                    values: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<number, true>;
                        dataType: import("./wire.ts").Field<number, false>;
                        floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        name: import("./wire.ts").Field<string, false>;
                        rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                        doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        externalData: import("./wire.ts").Field<Decoded<{
                            key: import("./wire.ts").Field<string, false>;
                            value: import("./wire.ts").Field<string, false>;
                        }>, true>;
                        /** 1: the data is in another file. */
                        dataLocation: import("./wire.ts").Field<number, false>;
                    }>, false>;
                    dims: import("./wire.ts").Field<number, true>;
                }>, false>;
            }>, true>;
            domain: import("./wire.ts").Field<string, false>;
        }>, true>;
        initializers: import("./wire.ts").Field<Decoded<{
            dims: import("./wire.ts").Field<number, true>;
            dataType: import("./wire.ts").Field<number, false>;
            floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            name: import("./wire.ts").Field<string, false>;
            rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            externalData: import("./wire.ts").Field<Decoded<{
                key: import("./wire.ts").Field<string, false>;
                value: import("./wire.ts").Field<string, false>;
            }>, true>;
            /** 1: the data is in another file. */
            dataLocation: import("./wire.ts").Field<number, false>;
        }>, true>;
        inputs: import("./wire.ts").Field<Decoded<{
            name: import("./wire.ts").Field<string, false>;
            type: import("./wire.ts").Field<Decoded<{
                tensorType: import("./wire.ts").Field<Decoded<{
                    elementType: import("./wire.ts").Field<number, false>;
                    shape: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<Decoded<{
                            value: import("./wire.ts").Field<number, false>;
                            parameter: import("./wire.ts").Field<string, false>;
                        }>, true>;
                    }>, false>;
                }>, false>;
            }>, false>;
        }>, true>;
        outputs: import("./wire.ts").Field<Decoded<{
            name: import("./wire.ts").Field<string, false>;
            type: import("./wire.ts").Field<Decoded<{
                tensorType: import("./wire.ts").Field<Decoded<{
                    elementType: import("./wire.ts").Field<number, false>;
                    shape: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<Decoded<{
                            value: import("./wire.ts").Field<number, false>;
                            parameter: import("./wire.ts").Field<string, false>;
                        }>, true>;
                    }>, false>;
                }>, false>;
            }>, false>;
        }>, true>;
        sparseInitializers: import("./wire.ts").Field<Decoded<{
            values: import("./wire.ts").Field<Decoded<{
                dims: import("./wire.ts").Field<number, true>;
                dataType: import("./wire.ts").Field<number, false>;
                floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                name: import("./wire.ts").Field<string, false>;
                rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                externalData: import("./wire.ts").Field<Decoded<{
                    key: import("./wire.ts").Field<string, false>;
                    value: import("./wire.ts").Field<string, false>;
                }>, true>;
                /** 1: the data is in another file. */
                dataLocation: import("./wire.ts").Field<number, false>;
            }>, false>;
            dims: import("./wire.ts").Field<number, true>;
        }>, true>;
    }>, false>;
};
export type ModelProto = Decoded<typeof model>;
export declare const MODEL: import("./wire.ts").MessageType<Decoded<{
    operatorSets: import("./wire.ts").Field<Decoded<{
        domain: import("./wire.ts").Field<string, false>;
        version: import("./wire.ts").Field<number, false>;
    }>, true>;
    graph: import("./wire.ts").Field<Decoded<{
        nodes: import("./wire.ts").Field<Decoded<{
            inputs: import("./wire.ts").Field<string, true>;
            outputs: import("./wire.ts").Field<string, true>;
            name: import("./wire.ts").Field<string, false>;
            operator: import("./wire.ts").Field<string, false>;
            attributes: import("./wire.ts").Field<Decoded<{
                name: import("./wire.ts").Field<string, false>;
                f: import("./wire.ts").Field<number, false>;
                i: import("./wire.ts").Field<number, false>;
                s: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                t: import("./wire.ts").Field<Decoded<{
                    dims: import("./wire.ts").Field<number, true>;
                    dataType: import("./wire.ts").Field<number, false>;
                    floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    name: import("./wire.ts").Field<string, false>;
                    rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                    doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                    externalData: import("./wire.ts").Field<Decoded<{
                        key: import("./wire.ts").Field<string, false>;
                        value: import("./wire.ts").Field<string, false>;
                    }>, true>;
                    /** 1: the data is in another file. */
                    dataLocation: import("./wire.ts").Field<number, false>;
                }>, false>;
                floats: import("./wire.ts").Field<number, true>;
                ints: import("./wire.ts").Field<number, true>;
                type: import("./wire.ts").Field<number, false>;
                sparseTensor: import("./wire.ts").Field<Decoded<{
                    values: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<number, true>;
                        dataType: import("./wire.ts").Field<number, false>;
                        floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        name: import("./wire.ts").Field<string, false>;
                        rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                        doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                        externalData: import("./wire.ts").Field<Decoded<{
                            key: import("./wire.ts").Field<string, false>;
                            value: import("./wire.ts").Field<string, false>;
                        }>, true>;
                        /** 1: the data is in another file. */
                        dataLocation: import("./wire.ts").Field<number, false>;
                    }>, false>;
                    dims: import("./wire.ts").Field<number, true>;
                }>, false>;
            }>, true>;
            domain: import("./wire.ts").Field<string, false>;
        }>, true>;
        initializers: import("./wire.ts").Field<Decoded<{
            dims: import("./wire.ts").Field<number, true>;
            dataType: import("./wire.ts").Field<number, false>;
            floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            name: import("./wire.ts").Field<string, false>;
            rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
            doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
            externalData: import("./wire.ts").Field<Decoded<{
                key: import("./wire.ts").Field<string, false>;
                value: import("./wire.ts").Field<string, false>;
            }>, true>;
            /** 1: the data is in another file. */
            dataLocation: import("./wire.ts").Field<number, false>;
        }>, true>;
        inputs: import("./wire.ts").Field<Decoded<{
            name: import("./wire.ts").Field<string, false>;
            type: import("./wire.ts").Field<Decoded<{
                tensorType: import("./wire.ts").Field<Decoded<{
                    elementType: import("./wire.ts").Field<number, false>;
                    shape: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<Decoded<{
                            value: import("./wire.ts").Field<number, false>;
                            parameter: import("./wire.ts").Field<string, false>;
                        }>, true>;
                    }>, false>;
                }>, false>;
            }>, false>;
        }>, true>;
        outputs: import("./wire.ts").Field<Decoded<{
            name: import("./wire.ts").Field<string, false>;
            type: import("./wire.ts").Field<Decoded<{
                tensorType: import("./wire.ts").Field<Decoded<{
                    elementType: import("./wire.ts").Field<number, false>;
                    shape: import("./wire.ts").Field<Decoded<{
                        dims: import("./wire.ts").Field<Decoded<{
                            value: import("./wire.ts").Field<number, false>;
                            parameter: import("./wire.ts").Field<string, false>;
                        }>, true>;
                    }>, false>;
                }>, false>;
            }>, false>;
        }>, true>;
        sparseInitializers: import("./wire.ts").Field<Decoded<{
            values: import("./wire.ts").Field<Decoded<{
                dims: import("./wire.ts").Field<number, true>;
                dataType: import("./wire.ts").Field<number, false>;
                floatData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int32Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                int64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                name: import("./wire.ts").Field<string, false>;
                rawData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, false>;
                doubleData: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                uint64Data: import("./wire.ts").Field<Uint8Array<ArrayBufferLike>, true>;
                externalData: import("./wire.ts").Field<Decoded<{
                    key: import("./wire.ts").Field<string, false>;
                    value: import("./wire.ts").Field<string, false>;
                }>, true>;
                /** 1: the data is in another file. */
                dataLocation: import("./wire.ts").Field<number, false>;
            }>, false>;
            dims: import("./wire.ts").Field<number, true>;
        }>, true>;
    }>, false>;
}>>;
export {};
