/** The JSON form of a cost table. zod takes long to load, so this module is loaded only where a table is read. */
import { z } from 'zod';
import type { CostTable } from './cost-table.ts';
export declare const tableSchema: z.ZodObject<{
    name: z.ZodString;
    title: z.ZodString;
    source: z.ZodString;
    process: z.ZodString;
    arithmetics: z.ZodObject<{
        [x: string]: z.ZodOptional<z.ZodObject<{
            title: z.ZodString;
            source: z.ZodString;
            note: z.ZodOptional<z.ZodString>;
            costs_fJ: z.ZodObject<{
                [x: string]: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            }, z.core.$strict>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    memory: z.ZodOptional<z.ZodObject<{
        source: z.ZodString;
        sram: z.ZodArray<z.ZodObject<{
            bytes: z.ZodNumber;
            accessBits: z.ZodNumber;
            access_fJ: z.ZodNumber;
        }, z.core.$strict>>;
        dram: z.ZodObject<{
            accessBits: z.ZodNumber;
            low_fJ: z.ZodNumber;
            high_fJ: z.ZodNumber;
        }, z.core.$strict>;
    }, z.core.$strict>>;
    otherFigures: z.ZodOptional<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        fJ: z.ZodNumber;
    }, z.core.$strict>>>;
}, z.core.$strict>;
/** The schema as JSON Schema. */
export declare function tableJsonSchema(): object;
/** A table from its JSON text. @param subject the file, for messages @throws InputError that names the row */
export declare function parseTable(subject: string, json: string): CostTable;
