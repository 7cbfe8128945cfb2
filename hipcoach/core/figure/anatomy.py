"""Segment lengths and widths, in body heights.

Thigh, shin, ankle height, foot, hip to shoulder, upper arm, forearm, hand, and the breadths of
hips (.191) and shoulders (.259) after Drillis & Contini 1966, as printed in Winter,
*Biomechanics and Motor Control of Human Movement* (4th ed., 2009, fig. 4.1).
Hip centres lie 14 % of the distance between the front hip bones in from each of these
(Bell et al., Hum Mov Sci 1989;8:3-16): .10 apart, if that distance is taken as .14.
Where shoulder centres, heel, ball, waist and neck lie within their segments, and how high
knee and hip rest on the floor, is our own measure for a figure that looks right.
"""

from __future__ import annotations

THIGH = 0.245
SHIN = 0.246
ANKLE_HEIGHT = 0.039
FOOT = 0.152
HEEL_BACK = 0.038  # heel behind the ankle, along the sole
BALL_AHEAD = 0.071  # ball of the foot before the ankle, along the sole
TOES = FOOT - HEEL_BACK - BALL_AHEAD

TRUNK = 0.288  # midpoint of the hips to midpoint of the shoulders
LOW_SPINE = 0.115  # midpoint of the hips to the waist
RIBS = TRUNK - LOW_SPINE  # waist to midpoint of the shoulders
NECK_RISE = 0.022  # midpoint of the shoulders to the base of the neck
NECK = 0.092  # base of the neck to the centre of the head
HEAD_HEIGHT = 1 / 7.5

UPPER_ARM = 0.186
FOREARM = 0.146
PALM = 0.06  # wrist to the middle of the palm
HAND = 0.108  # wrist to the finger tips

HIP_HALF_WIDTH = 0.05  # joint centres from the middle
SHOULDER_HALF_WIDTH = 0.11
PELVIS_BREADTH = 0.191  # outside of the body, trochanter to trochanter
SHOULDER_BREADTH = 0.259

KNEE_ON_FLOOR = 0.035  # height of the knee's centre when kneeling
HIP_ON_FLOOR = 0.055  # height of the hips' centre when lying
ELBOW_ON_FLOOR = 0.025
WRIST_ON_FLOOR = 0.020
HIP_ON_SEAT = 0.050  # height of the hips' centre above the seat of a chair
INSTEP_AHEAD = 0.050  # from the ankle to where the laces rest, along the sole
INSTEP_DEEP = 0.002  # how far those are above the ankle's centre, out of the sole
THIGH_DEEP = 0.048  # from the thigh bone to the skin that lies on a roller
GROIN_DEEP = 0.050  # from the hip joint to the skin before it

ROLLER = 0.044  # radius: 15 cm across
BALL = 0.026  # radius: 9 cm across
