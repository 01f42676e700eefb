export declare const ENERGY_STYLE: string;
