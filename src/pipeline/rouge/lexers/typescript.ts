import { rule, words } from "../lexer.js";
import { type Additions, identifier, scriptLexer, type Vocabulary, vocabulary } from "./javascript.js";

const keywords = words("is namespace static private protected public readonly implements super");

/** JavaScript's and words and marks of types. */
export const typeVocabulary: Vocabulary = {
  keywords: new Set([...vocabulary.keywords, ...keywords]),
  declarations: words("abstract class const constructor extends function get let set type var with"),
  reserved: words("any declare enum interface keyof module number package string"),
  constants: vocabulary.constants,
  builtIns: new Set([...vocabulary.builtIns, ...words("Partial Pick Readonly Record")]),
};

export const typeRules: Additions = {
  code: [rule(/\?:/, "p", "expression")],
  statement: [rule(new RegExp(`(${identifier})(\\?)(\\s*)(:)`, "u"), ["nl", "p", "", "p"])],
};

export const typescript = scriptLexer(typeVocabulary, typeRules);
