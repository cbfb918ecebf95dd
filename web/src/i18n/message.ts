/** A text with `{placeholders}`, or one in two forms where a language tells one from many. */
export type Message = string | { readonly one: string; readonly other: string };

/** The names of the placeholders in a text. */
export type PlaceholderOf<M> = M extends { other: infer Text }
  ? PlaceholderIn<Text>
  : M extends string
    ? PlaceholderIn<M>
    : never;

type PlaceholderIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderIn<Rest> : never;
