export function isDiskFull(words: string): boolean;
export function withRemedy(words: string): string;
