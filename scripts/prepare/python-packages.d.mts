export const PYTHON_PACKAGES: string;
export function providePythonPackages(): Promise<void>;
