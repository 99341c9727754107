export function withRemedy(words: string): string;
