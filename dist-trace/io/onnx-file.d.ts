export interface OnnxFile {
    /** Names it in errors. */
    readonly subject: string;
    readonly bytes: Uint8Array;
    /** Reads external data: `length` bytes from `offset` of the file at `location`, which is relative to the model's folder. @throws InputError */
    readonly readExternal: (location: string, offset: number, length: number) => Uint8Array;
}
/** @throws InputError for a file that can't be read, or is larger than any ONNX file */
export declare function readOnnxFile(path: string): OnnxFile;
