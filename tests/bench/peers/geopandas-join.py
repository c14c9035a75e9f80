# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count points in districts with geopandas: geopandas-join.py POINTS DISTRICTS"""

import sys

import geopandas

points, districts = (geopandas.read_file(path) for path in sys.argv[1:3])
print(geopandas.sjoin(points, districts, predicate="within").groupby("number").size().sum())
