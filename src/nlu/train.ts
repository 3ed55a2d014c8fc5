import { type Label, type LinearModel, score, toProbabilities } from './linear-model.ts';
import { createRandom, shuffle } from './seeded-random.ts';
import { buildVocabulary, createVectoriser, type Vector } from './vocabulary.ts';

/** An example after normalising, with its label's number. */
export interface LabelledText {
  text: string;
  label: number;
}

export interface LearningRates {
  epochs: number;
  rate: number;
}

const defaultRates: LearningRates = { epochs: 12, rate: 0.5 };

/**
 * Multinomial logistic regression by stochastic gradient with a step size per weight (AdaGrad). Same examples in
 * the same order, same model.
 *
 * @throws never; no examples give a model without labels
 */
export function trainLinearModel(
  labels: Label[],
  examples: LabelledText[],
  rates = defaultRates,
): LinearModel {
  const vocabulary = buildVocabulary(examples.map((example) => example.text));
  const vectorise = createVectoriser(vocabulary);
  const vectors = examples.map((example) => copyOf(vectorise(example.text)));
  const model: LinearModel = {
    labels,
    vocabulary,
    ...layOutWeights(examples, vectors, vocabulary.idf.length),
    bias: new Float32Array(labels.length),
    temperature: 1,
  };
  descend(model, examples, vectors, rates);
  return model;
}

function copyOf(vector: Vector): Vector {
  return {
    rows: vector.rows.slice(0, vector.length),
    values: vector.values.slice(0, vector.length),
    length: vector.length,
  };
}

/** Room for one weight per (feature, label) pair that occurs together, sorted by feature, then by label. */
function layOutWeights(examples: LabelledText[], vectors: Vector[], rowCount: number) {
  const order = examples.map((_, number) => number);
  order.sort((a, b) => (examples[a] as LabelledText).label - (examples[b] as LabelledText).label);
  const rowStart = new Uint32Array(rowCount + 1);
  const eachPair = (visit: (row: number, label: number) => void) => {
    const lastLabel = new Int32Array(rowCount).fill(-1);
    for (const number of order) {
      const { label } = examples[number] as LabelledText;
      for (const row of (vectors[number] as Vector).rows) {
        if (lastLabel[row] === label) continue;
        lastLabel[row] = label;
        visit(row, label);
      }
    }
  };
  eachPair((row) => {
    rowStart[row + 1] = (rowStart[row + 1] as number) + 1;
  });
  for (let row = 0; row < rowCount; row++)
    rowStart[row + 1] = (rowStart[row + 1] as number) + (rowStart[row] as number);
  const pairCount = rowStart[rowCount] as number;
  const labelOf = new Uint16Array(pairCount);
  const next = rowStart.slice();
  eachPair((row, label) => {
    labelOf[next[row] as number] = label;
    next[row] = (next[row] as number) + 1;
  });
  return { rowStart, labelOf, weights: new Float32Array(pairCount) };
}

function descend(
  model: LinearModel,
  examples: LabelledText[],
  vectors: Vector[],
  rates: LearningRates,
): void {
  const random = createRandom(1);
  const order = examples.map((_, number) => number);
  const scores = new Float64Array(model.labels.length);
  const squares = new Float32Array(model.weights.length).fill(1e-8);
  const biasSquares = new Float32Array(model.labels.length).fill(1e-8);
  for (let epoch = 0; epoch < rates.epochs; epoch++) {
    shuffle(order, random);
    for (const number of order) {
      const vector = vectors[number] as Vector;
      const { label } = examples[number] as LabelledText;
      score(model, vector, scores);
      toProbabilities(scores, 1);
      scores[label] = (scores[label] as number) - 1;
      step(model, vector, scores, { squares, biasSquares, rate: rates.rate });
    }
  }
}

interface StepSizes {
  squares: Float32Array;
  biasSquares: Float32Array;
  rate: number;
}

/** @param errors probability minus truth, per label */
function step(model: LinearModel, vector: Vector, errors: Float64Array, sizes: StepSizes): void {
  const { rowStart, labelOf, weights } = model;
  const { squares, rate } = sizes;
  for (let at = 0; at < vector.length; at++) {
    const row = vector.rows[at] as number;
    const value = vector.values[at] as number;
    const end = rowStart[row + 1] as number;
    for (let entry = rowStart[row] as number; entry < end; entry++) {
      const error = errors[labelOf[entry] as number] as number;
      if (error < negligible && error > -negligible) continue;
      const gradient = error * value;
      const square = (squares[entry] as number) + gradient * gradient;
      squares[entry] = square;
      weights[entry] = (weights[entry] as number) - (rate * gradient) / Math.sqrt(square);
    }
  }
}

/** Errors this small change nothing that is worth the time. */
const negligible = 1e-3;
