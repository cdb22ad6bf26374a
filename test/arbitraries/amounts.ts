import fc from "fast-check";

/** Plain decimal text as amounts are written: short and long, rounded and finer than any currency, halves, zeros. */
export const anAmountText: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "-"),
      fc.nat({ max: 99_999 }),
      fc.constantFrom("", ".0", ".5", ".05", ".005", ".0005", ".995", ".1234", ".10000"),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("", "-"),
      fc.stringMatching(/^[0-9]{1,14}$/),
      fc.oneof(fc.constant(""), fc.stringMatching(/^\.[0-9]{1,8}$/)),
    )
    .map((parts) => parts.join("")),
  fc.tuple(fc.constantFrom("", "-"), fc.stringMatching(/^[0-9]{14,29}\.[0-9]{1,40}$/)).map((parts) => parts.join("")),
);

/** Texts of the characters that amounts are made of, most of them not amounts. */
export const anAmountLikeText: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[-+.0-9e]{0,20}$/),
  fc.constantFrom(
    "",
    "1.",
    ".5",
    "-.5",
    "-",
    ".",
    "--1",
    "-0",
    "-0.00",
    "1e3",
    "1.2.3",
    "007.50",
    "9007199254740991",
    "9007199254740992",
    "90071992547409.91",
    "90071992547409.92",
  ),
);
