import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));

describe('what the library offers', () => {
  it('has a docstring each', () => {
    const program = ts.createProgram([ENTRY], {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      noEmit: true,
    });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(ENTRY);
    const entry = source && checker.getSymbolAtLocation(source);
    const offered = entry ? checker.getExportsOfModule(entry) : [];
    expect(offered.length).toBeGreaterThan(100);
    const silent = offered
      .map(symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .filter(symbol => symbol.getDocumentationComment(checker).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  }, 60_000);
});
