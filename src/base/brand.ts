declare const brand: unique symbol;

/** A type that is `T` at run time and distinct to the compiler: ids and units cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
