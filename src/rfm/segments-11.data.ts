import type { RfmSegmentMap } from "./segment-map.js";

/** The widely used map of all 125 cells into 11 segments, as many vendor guides print it. */
export const rfmSegments11: RfmSegmentMap = {
  version: 1,
  id: "rfm-11",
  measures: "rfm",
  levels: 5,
  segments: [
    { id: "champions", cells: "555 554 544 545 454 455 445".split(" ") },
    { id: "loyal", cells: "543 444 435 355 354 345 344 335".split(" ") },
    {
      id: "potential-loyalist",
      cells: "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323".split(
        " ",
      ),
    },
    { id: "new-customers", cells: "512 511 422 421 412 411 311".split(" ") },
    { id: "promising", cells: "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313".split(" ") },
    { id: "need-attention", cells: "535 534 443 434 343 334 325 324".split(" ") },
    { id: "about-to-sleep", cells: "331 321 312 221 213 231 241 251".split(" ") },
    {
      id: "at-risk",
      cells: "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124".split(" "),
    },
    { id: "cannot-lose-them", cells: "155 154 144 214 215 115 114 113".split(" ") },
    { id: "hibernating", cells: "332 322 233 232 223 222 132 123 122 212 211".split(" ") },
    { id: "lost", cells: "111 112 121 131 141 151".split(" ") },
  ],
};
