// A scalar golden model of the MLS unit, as one would write it beside an RTL design: plain loops, no intrinsics, one thread.
// The three convolutions as grouped dot products; a 32-bit local accumulator, group scales <8,1>, a binary32 adder tree of 16 lanes.
//
// Each line of standard input is a case, CASE <tab> REPETITIONS <tab> OUTPUT, where OUTPUT may be empty. CASE is written by case-file.ts. Answers with a line: the
// nanoseconds of each repetition, from codes to output bits, and `done`. A first run, which isn't timed, goes to OUTPUT as binary32 patterns.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

constexpr int TREE_WIDTH = 16;
// The scaler multiplies by 4, 6 or 9 (1, 1.5 or 2.25 in quarters): the mantissas of both group scales.
constexpr double SCALE_FACTOR[] = {4, 6, 9};
constexpr int MAX_SCALE_EXP = 255;

enum Pass { FORWARD, INPUT_GRAD, WEIGHT_GRAD };

struct Header {
  int32_t pass, xShape[4], yShape[4], outputShape[4], stride[2], padding[2], dilation[2], groups;
  int32_t xExponentBits, xMantissaBits, yExponentBits, yMantissaBits;
  float xTensorScale, yTensorScale;
};

struct Operand {
  const int32_t *shape;
  int exponentBits, mantissaBits;
  std::vector<uint16_t> codes, scales;
  int lsb() const { return 1 - (1 << exponentBits) - mantissaBits; }
};

struct Case {
  Header header;
  Operand x, y;
};

// Along one spatial axis, an output and a tap meet the position output x outputStep + tap x tapStep - offset of a source whose
// elements are `spacing` apart.
struct Axis {
  int outputs, taps, source, outputStep, tapStep, offset, spacing;
  int lowestTap() const { return std::min(0, (taps - 1) * tapStep); }
  int lowest() const { return lowestTap() - offset; }
  int padded() const { return (outputs - 1) * outputStep + std::abs((taps - 1) * tapStep) + 1; }
};

static Axis axisOf(const Header &h, int d) {
  const int taps = h.xShape[2 + d], source = h.yShape[2 + d], outputs = h.outputShape[2 + d];
  switch (h.pass) {
    case FORWARD: return {outputs, taps, source, h.stride[d], h.dilation[d], h.padding[d], 1};
    case INPUT_GRAD: return {outputs, taps, source, 1, -h.dilation[d], -h.padding[d], h.stride[d]};
    default: return {outputs, taps, source, h.dilation[d], h.stride[d], h.padding[d], 1};
  }
}

static std::vector<int32_t> decode(const Operand &operand) {
  const int E = operand.exponentBits, M = operand.mantissaBits;
  std::vector<int32_t> integers(size_t(1) << (1 + E + M));
  for (size_t code = 0; code < integers.size(); code++) {
    const int exp = (code >> M) & ((1 << E) - 1), man = code & ((1 << M) - 1);
    const int magnitude = exp == 0 ? man : ((1 << M) + man) << (exp - 1);
    integers[code] = code >> (E + M) ? -magnitude : magnitude;
  }
  std::vector<int32_t> out(operand.codes.size());
  for (size_t i = 0; i < out.size(); i++) out[i] = integers[operand.codes[i]];
  return out;
}

// The planes of Y with their zeros in place, in the padding and between strides, so that the inner loop has no branches.
static std::vector<int32_t> paddedPlanes(const std::vector<int32_t> &source, size_t planes, const Axis &rows, const Axis &columns) {
  const int height = rows.padded(), width = columns.padded();
  std::vector<int32_t> out(planes * height * width);
  for (size_t plane = 0; plane < planes; plane++) {
    for (int r = 0; r < rows.source; r++) {
      const int row = r * rows.spacing - rows.lowest();
      if (row < 0 || row >= height) continue;
      for (int c = 0; c < columns.source; c++) {
        const int column = c * columns.spacing - columns.lowest();
        if (column < 0 || column >= width) continue;
        out[(plane * height + row) * width + column] = source[(plane * rows.source + r) * columns.source + c];
      }
    }
  }
  return out;
}

// The planes of X and Y that meet in group g of output plane (o0, o1).
static void planesOf(const Header &h, int o0, int o1, int g, size_t &xPlane, size_t &yPlane) {
  switch (h.pass) {
    case FORWARD: {
      const int perGroup = h.xShape[1], channelGroup = o1 / (h.xShape[0] / h.groups);
      xPlane = size_t(o1) * perGroup + g;
      yPlane = size_t(o0) * h.yShape[1] + channelGroup * perGroup + g;
      return;
    }
    case INPUT_GRAD: {
      const int perGroup = h.xShape[1], channel = o1 / perGroup * (h.xShape[0] / h.groups) + g;
      xPlane = size_t(channel) * perGroup + o1 % perGroup;
      yPlane = size_t(o0) * h.yShape[1] + channel;
      return;
    }
    default: {
      const int channelGroup = o0 / (h.xShape[1] / h.groups);
      xPlane = size_t(g) * h.xShape[1] + o0;
      yPlane = size_t(g) * h.yShape[1] + channelGroup * (h.yShape[1] / h.groups) + o1;
    }
  }
}

static int groupCount(const Header &h) {
  switch (h.pass) {
    case FORWARD: return h.xShape[1];
    case INPUT_GRAD: return h.xShape[0] / h.groups;
    default: return h.xShape[0];
  }
}

// Adjacent lanes pairwise, level by level.
static float tree(float *lanes) {
  for (int width = TREE_WIDTH; width > 1; width /= 2)
    for (int i = 0; i < width / 2; i++) lanes[i] = lanes[2 * i] + lanes[2 * i + 1];
  return lanes[0];
}

static uint32_t pattern(float value) {
  if (value != value) return 0x7fc00000;
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static std::vector<uint32_t> run(const Case &c) {
  const Header &h = c.header;
  const Axis rows = axisOf(h, 0), columns = axisOf(h, 1);
  const std::vector<int32_t> taps = decode(c.x);
  const std::vector<int32_t> source = paddedPlanes(decode(c.y), c.y.scales.size(), rows, columns);
  const int width = columns.padded(), groups = groupCount(h);
  const size_t planeSize = size_t(rows.padded()) * width, groupSize = size_t(rows.taps) * columns.taps;
  const size_t firstTap = size_t(-rows.lowestTap()) * width + size_t(-columns.lowestTap());

  std::vector<int32_t> offsets;
  for (int i = 0; i < rows.taps; i++)
    for (int j = 0; j < columns.taps; j++) offsets.push_back(i * rows.tapStep * width + j * columns.tapStep);

  // An integer of at most 36 bits times a power of two is exact in a double: converting that to a float is the one rounding.
  std::vector<double> powers(2 * MAX_SCALE_EXP + 1);
  for (size_t exp = 0; exp < powers.size(); exp++) powers[exp] = std::ldexp(1.0, c.x.lsb() + c.y.lsb() - int(exp) - 2);

  const float outputScale = h.xTensorScale * h.yTensorScale;
  std::vector<uint32_t> out(size_t(h.outputShape[0]) * h.outputShape[1] * rows.outputs * columns.outputs);
  std::vector<const int32_t *> xs(groups), ys(groups);
  std::vector<double> factors(groups);
  size_t output = 0;
  for (int o0 = 0; o0 < h.outputShape[0]; o0++) {
    for (int o1 = 0; o1 < h.outputShape[1]; o1++) {
      for (int g = 0; g < groups; g++) {
        size_t xPlane, yPlane;
        planesOf(h, o0, o1, g, xPlane, yPlane);
        const int xScale = c.x.scales[xPlane], yScale = c.y.scales[yPlane];
        xs[g] = &taps[xPlane * groupSize];
        ys[g] = &source[yPlane * planeSize + firstTap];
        factors[g] = SCALE_FACTOR[(xScale & 1) + (yScale & 1)] * powers[(xScale >> 1) + (yScale >> 1)];
      }
      for (int row = 0; row < rows.outputs; row++) {
        for (int column = 0; column < columns.outputs; column++) {
          const std::ptrdiff_t base = std::ptrdiff_t(row) * rows.outputStep * width + column * columns.outputStep;
          float running = 0;
          for (int first = 0; first < groups; first += TREE_WIDTH) {
            float lanes[TREE_WIDTH] = {};
            const int used = std::min(TREE_WIDTH, groups - first);
            for (int lane = 0; lane < used; lane++) {
              const int32_t *x = xs[first + lane], *y = ys[first + lane] + base;
              int32_t sum = 0;
              for (size_t k = 0; k < groupSize; k++) sum += x[k] * y[offsets[k]];
              lanes[lane] = float(sum * factors[first + lane]);
            }
            running += tree(lanes);
          }
          out[output++] = pattern(running * outputScale);
        }
      }
    }
  }
  return out;
}

static void readAll(void *to, size_t size, size_t count, FILE *file) {
  if (fread(to, size, count, file) == count) return;
  fprintf(stderr, "the case file is cut short\n");
  exit(2);
}

static size_t elements(const int32_t *shape, int dimensions) {
  size_t count = 1;
  for (int i = 0; i < dimensions; i++) count *= shape[i];
  return count;
}

static void readOperand(Operand &operand, FILE *file) {
  operand.codes.resize(elements(operand.shape, 4));
  operand.scales.resize(elements(operand.shape, 2));
  readAll(operand.codes.data(), 2, operand.codes.size(), file);
  readAll(operand.scales.data(), 2, operand.scales.size(), file);
}

static void readCase(Case &c, const std::string &path) {
  FILE *file = fopen(path.c_str(), "rb");
  if (file == nullptr) {
    fprintf(stderr, "%s cannot be read\n", path.c_str());
    exit(2);
  }
  Header &h = c.header;
  readAll(&h, sizeof h, 1, file);
  c.x = {h.xShape, h.xExponentBits, h.xMantissaBits, {}, {}};
  c.y = {h.yShape, h.yExponentBits, h.yMantissaBits, {}, {}};
  readOperand(c.x, file);
  readOperand(c.y, file);
  fclose(file);
}

static void writeOutput(const std::vector<uint32_t> &bits, const std::string &path) {
  FILE *to = fopen(path.c_str(), "wb");
  const bool written = to != nullptr && fwrite(bits.data(), 4, bits.size(), to) == bits.size();
  if (to != nullptr && fclose(to) == 0 && written) return;
  fprintf(stderr, "%s cannot be written\n", path.c_str());
  exit(2);
}

int main() {
  uint32_t seen = 0;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string path, repetitions, output;
    std::getline(fields, path, '\t');
    std::getline(fields, repetitions, '\t');
    std::getline(fields, output, '\t');
    Case c;
    readCase(c, path);
    const std::vector<uint32_t> first = run(c);
    if (!output.empty()) writeOutput(first, output);
    for (int i = 0; i < atoi(repetitions.c_str()); i++) {
      const auto start = std::chrono::steady_clock::now();
      const std::vector<uint32_t> out = run(c);
      const auto end = std::chrono::steady_clock::now();
      seen ^= out[i % out.size()];
      printf("%lld ", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count()));
    }
    printf("done\n");
    fflush(stdout);
  }
  fprintf(stderr, "%08x\n", seen); // What was computed is used.
}
