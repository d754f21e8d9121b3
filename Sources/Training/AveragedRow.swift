import Language

/// A feature with the averages that its weights had in training.
struct AveragedRow {
    var key: UInt64
    var weights: [(class: UInt8, weight: Double)]
}

extension [AveragedRow] {
    /// The mean of what several perceptrons learnt; a weight that one of them lacks is 0 there.
    ///
    /// Perceptrons that saw the same text in other orders err in other places, and the mean of them errs less.
    ///
    /// Source of the method: Breiman 1996, <https://doi.org/10.1007/BF00058655>.
    init(meanOf runs: [[AveragedRow]]) {
        var places: [UInt64: Int] = [:]
        self = []
        for row in runs.joined() {
            let place = places[row.key] ?? count
            if place == count {
                places[row.key] = place
                append(AveragedRow(key: row.key, weights: []))
            }
            for (kind, weight) in row.weights {
                let share = weight / Double(runs.count)
                if let known = self[place].weights.firstIndex(where: { $0.class == kind }) {
                    self[place].weights[known].weight += share
                } else {
                    self[place].weights.append((kind, share))
                }
            }
        }
    }

    /// The bytes of a classifier with the weights that count.
    ///
    /// - Parameters:
    ///   - classes: The number of classes.
    ///   - least: The least average that a weight must have, up or down.
    ///   - limit: The average that becomes the greatest weight of the model, 127; what is more is cut.
    /// - Returns: The bytes.
    func content(classes: Int, leastWeight least: Double, limit: Double) -> [UInt8] {
        var rows: [LinearClassifier.Row] = []
        for row in self {
            var weights: [(class: UInt8, weight: Int8)] = []
            for (kind, average) in row.weights where abs(average) >= least {
                let cut = Int8(Swift.min(Swift.max((average * 127 / limit).rounded(), -127), 127))
                if cut != 0 { weights.append((kind, cut)) }
            }
            if !weights.isEmpty {
                weights.sort { $0.class < $1.class }
                rows.append(LinearClassifier.Row(key: row.key, weights: weights))
            }
        }
        return LinearClassifier.content(classes: classes, rows: rows.sorted { $0.key < $1.key })
    }
}
