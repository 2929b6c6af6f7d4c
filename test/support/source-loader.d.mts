export declare function importSource(path: string): Promise<unknown>;
