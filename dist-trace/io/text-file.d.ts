/** The text of a UTF-8 file. @param most bytes @throws InputError when it cannot be read, is larger, or is not UTF-8 */
export declare function readText(path: string, most: number): {
    subject: string;
    text: string;
};
