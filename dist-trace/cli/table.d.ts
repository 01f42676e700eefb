/** A table as text. @param leftColumns the first columns, which are aligned left; the others are numbers */
export declare function borderless(head: readonly string[], leftColumns: number, rows: readonly (readonly string[])[]): string;
