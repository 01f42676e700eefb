/** The format of a file. @throws InputError where it cannot be read */
export declare function fileFormat(path: string): 'npy' | 'npz' | 'other';
