export const ROOT: string;
export const BINARY_CACHE: string;
export type Binary = 'temporal' | 'temporal-test-server';
export function findBinary(name: Binary): string | null;
export function binary(name: Binary): string;
export function findChromium(): string | null;
