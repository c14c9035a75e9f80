# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw a Shapefile's classes with Mapnik: mapnik-draw.py FILE PICTURE EXTENT SIZE COLOUR…"""

import sys

import mapnik

source, picture, extent, size, *colours = sys.argv[1:]
style = mapnik.Style()
for i, colour in enumerate(colours):
    rule, fill = mapnik.Rule(), mapnik.PolygonSymbolizer()
    fill.fill = mapnik.Color(colour)
    rule.filter = mapnik.Expression(f"[cls]={i}")
    rule.symbols.append(fill)
    style.rules.append(rule)
layer = mapnik.Layer("layer", "epsg:2180")
layer.datasource = mapnik.Shapefile(file=source)
layer.styles.append("classes")
drawing = mapnik.Map(int(size), int(size), "epsg:2180")
drawing.background = mapnik.Color("white")
drawing.append_style("classes", style)
drawing.layers.append(layer)
drawing.zoom_to_box(mapnik.Box2d(*map(float, extent.split(","))))
mapnik.render_to_file(drawing, picture)
